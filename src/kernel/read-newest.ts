import type { RowStore, Stored } from './row-store';

const letters = '-0123456789abcdefghijklmnopqrstuvwxyz';
/** Tells an id whose letters are turned round from one that rises with time. */
const mark = '0-';

/**
 * The id under which a row comes before those of the same kind that were made earlier, from an id that begins with its time; the same
 * for the same id. Ids of one kind have one length.
 */
export function newestFirst(id: string): string {
  const turned = Array.from(id, (letter) => {
    const place = letters.indexOf(letter);
    return place < 0 ? letter : letters[letters.length - 1 - place];
  });
  return mark + turned.join('');
}

/** At most so many rows of a kind whose ids are all `newestFirst`, the newest first: one short range, however many there ever were. */
export async function readNewest<Rows, K extends keyof Rows & string>(
  store: RowStore<Rows>,
  partition: string,
  kind: K,
  most: number,
): Promise<readonly Stored<Rows[K]>[]> {
  return (await store.range(partition, kind, { limit: most })).rows;
}
