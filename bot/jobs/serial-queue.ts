/** Runs what it is given one after the other, in the order it came. */
export class SerialQueue {
  private last: Promise<unknown> = Promise.resolve();
  private waiting = 0;

  run<T>(work: () => Promise<T>): Promise<T> {
    this.waiting++;
    const result = this.last.then(work, work).finally(() => {
      this.waiting--;
    });
    this.last = result.catch(() => undefined);
    return result;
  }

  /** Whether nothing runs, nor waits. */
  isIdle(): boolean {
    return this.waiting === 0;
  }
}
