/** Everybody of some pairs, each with a name for all whom pairs join to them, directly or through others: they lived the same hours in part. */
export function joinPartners(pairs: readonly (readonly [string, string])[]): ReadonlyMap<string, string> {
  const groups = new Map<string, Set<string>>();
  for (const [one, other] of pairs) {
    const [mine, theirs] = [one, other].map((person) => groups.get(person) ?? new Set([person])) as [
      Set<string>,
      Set<string>,
    ];
    const joined = mine.size >= theirs.size ? mine : theirs;
    for (const person of [...mine, ...theirs]) {
      joined.add(person);
      groups.set(person, joined);
    }
  }
  return new Map([...groups].map(([person, group]) => [person, group.values().next().value ?? person]));
}
