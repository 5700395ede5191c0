/** Reads that one request has under way at most: more would queue in the storage and keep others waiting. */
export const mostAtOnce = 16;

/** What `run` gives for each item, in their order, with at most `mostAtOnce` under way. The first failure is thrown. */
export async function fewAtOnce<T, R>(items: readonly T[], run: (item: T) => Promise<R>): Promise<readonly R[]> {
  const results = new Map<number, R>();
  const waiting = items.entries();
  const work = async (): Promise<void> => {
    for (const [index, item] of waiting) results.set(index, await run(item));
  };
  await Promise.all(Array.from({ length: mostAtOnce }, work));
  return items.map((_, index) => results.get(index) as R);
}
