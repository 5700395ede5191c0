import type { PersonProfile } from './model';

/** Ids by what an import would do to them. */
export interface PeopleDiff {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly unchanged: readonly string[];
  /** Known before, not in the new file. */
  readonly removed: readonly string[];
}

/** What a new file changes; the order of rows and of properties changes nothing. */
export function diffPeople(existing: readonly PersonProfile[], incoming: readonly PersonProfile[]): PeopleDiff {
  const before = new Map(existing.map((person) => [person.id, canonicalText(person)]));
  const named = new Set(incoming.map((person) => person.id));
  const idsWhere = (test: (person: PersonProfile) => boolean): readonly string[] =>
    incoming.filter(test).map((person) => person.id);
  return {
    added: idsWhere((person) => !before.has(person.id)),
    changed: idsWhere((person) => before.has(person.id) && before.get(person.id) !== canonicalText(person)),
    unchanged: idsWhere((person) => before.get(person.id) === canonicalText(person)),
    removed: [...before.keys()].filter((id) => !named.has(id)),
  };
}

/** The same text for the same people, whatever the order of rows and properties; what an input hash is made of. */
export function canonicalPeople(people: readonly PersonProfile[]): string {
  const texts = people.map((person) => [person.id, canonicalText(person)] as const);
  return texts
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([, text]) => text)
    .join('\n');
}

/** JSON with the properties of every object in the order of their names. */
export function canonicalText(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
      : inner,
  );
}
