import type { Write } from '../kernel/row-store';
import type { Ports } from '../domain/ports';
import type { PersonRows } from '../domain/rows';
import { conflict } from '../domain/unit-of-work';

/** Writes to one person's partition; `conflict` where another change came first. */
export async function commitPerson(
  ports: Ports<'people'>,
  directoryId: string,
  writes: readonly Write<PersonRows>[],
): Promise<true | typeof conflict> {
  if (writes.length === 0) return true;
  return (await ports.people.commit(directoryId, writes)).ok ? true : conflict;
}
