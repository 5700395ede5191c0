import { readAll } from './read-all';
import type { RowStore, Stored } from './row-store';

const letters = '-0123456789abcdefghijklmnopqrstuvwxyz';
/** Before every id that an earlier release made: those begin with a letter or two digits. */
const first = '0-';
const end = '0.';

/**
 * The id under which a row comes before those of the same kind that were made earlier, from an id that begins with its time; the same
 * for the same id. Ids of one kind have one length.
 */
export function newestFirst(id: string): string {
  const turned = Array.from(id, (letter) => {
    const place = letters.indexOf(letter);
    return place < 0 ? letter : letters[letters.length - 1 - place];
  });
  return first + turned.join('');
}

/**
 * At most so many rows of a kind whose ids are `newestFirst`, the newest first: one short range, however many there ever were. Rows of an
 * earlier release, whose ids rise, are read as well only while there are fewer of this one's; no more of them are written.
 */
export async function readNewest<Rows, K extends keyof Rows & string>(
  store: RowStore<Rows>,
  partition: string,
  kind: K,
  most: number,
): Promise<readonly Stored<Rows[K]>[]> {
  const { rows } = await store.range(partition, kind, { from: first, to: end, limit: most });
  if (rows.length === most) return rows;
  const earlier: Stored<Rows[K]>[] = [];
  for (const range of [{ to: first }, { from: end }]) {
    for await (const row of readAll(store, partition, kind, range)) {
      earlier.push(row);
      if (earlier.length > most) earlier.shift();
    }
  }
  return [...rows, ...earlier.reverse()].slice(0, most);
}
