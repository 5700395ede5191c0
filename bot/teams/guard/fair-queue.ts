/** Lets so many pieces of work run at once, and takes those that wait from one sender after the other. */
export interface FairQueue {
  /** Runs the work when its turn has come; settles as the work does. */
  run<T>(sender: string, work: () => Promise<T>): Promise<T>;
}

/** Where one sender floods, the others wait for one piece of the flood and no more: each sender has a line of its own. */
export function createFairQueue(atOnce: number): FairQueue {
  const lines = new Map<string, (() => void)[]>();
  let running = 0;

  function next(): void {
    for (const [sender, line] of lines) {
      if (running >= atOnce) return;
      const begin = line.shift();
      // To the end, so that every other sender comes first.
      lines.delete(sender);
      if (line.length > 0) lines.set(sender, line);
      running++;
      begin?.();
    }
  }

  return {
    async run(sender, work) {
      await new Promise<void>((resolve) => {
        const line = lines.get(sender) ?? [];
        line.push(resolve);
        lines.set(sender, line);
        next();
      });
      try {
        return await work();
      } finally {
        running--;
        // After what has come over the network meanwhile, or a flood would keep it waiting.
        setImmediate(next);
      }
    },
  };
}
