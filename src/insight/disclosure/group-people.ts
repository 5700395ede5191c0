import type { ToldSum } from './told-sum';

/** People whom no sum tells apart: each sum holds the same answers of all of them, or of none. */
export interface PeopleAlike {
  readonly people: readonly string[];
  /** For each round in which a sum holds their answer: with which sign each sum holds it, in the order of the sums. */
  readonly columns: ReadonlyMap<string, readonly number[]>;
}

/** Divides everybody who is in a sum into people whom the sums do not tell apart. */
export function dividePeople(sums: readonly ToldSum[]): readonly PeopleAlike[] {
  const columnsOf = new Map<string, Map<string, number[]>>();
  sums.forEach(({ parts }, index) => {
    for (const { round, sign, people } of parts)
      for (const person of people) {
        const columns = columnsOf.get(person) ?? new Map<string, number[]>();
        const column = columns.get(round) ?? sums.map(() => 0);
        column[index] = (column[index] ?? 0) + sign;
        columnsOf.set(person, columns.set(round, column));
      }
  });
  const groups = new Map<string, { people: string[]; columns: ReadonlyMap<string, readonly number[]> }>();
  for (const [person, columns] of columnsOf) {
    const seen = new Map([...columns].filter(([, column]) => column.some((sign) => sign !== 0)));
    if (seen.size === 0) continue;
    const signature = JSON.stringify([...seen].sort(([a], [b]) => (a < b ? -1 : 1)));
    const group = groups.get(signature) ?? { people: [], columns: seen };
    group.people.push(person);
    groups.set(signature, group);
  }
  return [...groups.values()];
}
