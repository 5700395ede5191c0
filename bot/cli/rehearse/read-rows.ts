import { readAll } from '../../../src/kernel/read-all';
import type { ProgrammeRows, ProgrammeStore } from '../../../src/domain/rows';

/** Every row of a kind, as it is stored. */
export async function readRows<K extends keyof ProgrammeRows>(
  store: ProgrammeStore,
  programmeId: string,
  kind: K,
): Promise<ProgrammeRows[K][]> {
  const values: ProgrammeRows[K][] = [];
  for await (const row of readAll(store, programmeId, kind)) values.push(row.value);
  return values;
}
