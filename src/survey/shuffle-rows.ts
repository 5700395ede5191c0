import { readAll } from '../kernel/read-all';
import type { RowStore, Write } from '../kernel/row-store';
import type { Secrets } from '../domain/ports';
import { conflict, retryOnConflict } from '../domain/unit-of-work';

/** Rows of one transaction at most. Several have about as many each, so that none is of a few. */
const mostAtOnce = 50;

/** Rows of one kind: all of a partition, or those in a range of keys. */
export interface Shuffled<Rows, K extends keyof Rows & string> {
  readonly store: RowStore<Rows>;
  readonly partition: string;
  readonly kind: K;
  readonly range?: { readonly from: string; readonly to: string };
}

/**
 * Writes the rows again as they are, in an order drawn from a fresh key, so that the store's own times tell nothing of who wrote when.
 * Fewer than `least` are left as they are: together they would hide nobody. Throws `too-busy` where others keep writing them.
 */
export async function shuffleRows<Rows, K extends keyof Rows & string>(
  secrets: Secrets,
  rows: Shuffled<Rows, K>,
  least = 1,
): Promise<void> {
  await retryOnConflict(() => rewrite(secrets, rows, least));
}

/** A row that is replaced meanwhile (its press began before) makes it begin again, so that none keeps the time of its press. */
async function rewrite<Rows, K extends keyof Rows & string>(
  secrets: Secrets,
  { store, partition, kind, range }: Shuffled<Rows, K>,
  least: number,
): Promise<true | typeof conflict> {
  const order = secrets.newKey();
  const ranked: { readonly rank: string; readonly write: Write<Rows> }[] = [];
  for await (const { key, value, etag } of readAll(store, partition, kind, range)) {
    const write = { op: 'replace', kind, key, value, etag } as unknown as Write<Rows>;
    ranked.push({ rank: secrets.hmac(order, key), write });
  }
  if (ranked.length < least) return true;
  ranked.sort((a, b) => (a.rank < b.rank ? -1 : 1));
  const size = Math.ceil(ranked.length / Math.ceil(ranked.length / mostAtOnce));
  for (let start = 0; start < ranked.length; start += size) {
    const batch = ranked.slice(start, start + size).map(({ write }) => write);
    if (!(await store.commit(partition, batch)).ok) return conflict;
  }
  return true;
}
