import type { Participant, PersonProfile } from '../domain/participant';

/** Somebody of the programme whom a row is about, though it gives another id: found by the id in another case, or by the address. */
export interface KnownOtherwise {
  readonly by: 'id' | 'email';
  /** Their id in the programme. */
  readonly id: string;
}

/**
 * Tells, by the id in the file, which people would come into the programme a second time. They are refused and not joined by the product:
 * an address goes from who left to a namesake who arrives, and only HR knows which it is. An address that the same file takes from somebody
 * is free, unless that row is refused itself. Whoever has the address already in the programme keeps it. Linear in both lists.
 */
export function findKnownOtherwise(
  people: readonly PersonProfile[],
  known: readonly Participant[],
): ReadonlyMap<string, KnownOtherwise> {
  const found = new Map<string, KnownOtherwise>();
  const knownById = new Map(known.map((person) => [person.id, person]));
  const inFile = new Set(people.map(({ id }) => id));

  const idByFoldedId = new Map(known.map(({ id }) => [id.toLowerCase(), id]));
  const wanting = new Map<string, string[]>();
  for (const person of people) {
    const sameId = idByFoldedId.get(person.id.toLowerCase());
    if (sameId !== undefined && !knownById.has(person.id)) found.set(person.id, { by: 'id', id: sameId });
    const email = addressOf(person);
    if (email === undefined || addressOf(knownById.get(person.id)?.profile) === email) continue;
    wanting.set(email, [...(wanting.get(email) ?? []), person.id]);
  }

  const keeping = known.filter(({ id }) => !inFile.has(id));
  // Grows while it is gone through: whose row is refused keeps their address too.
  for (const { id, profile } of keeping) {
    for (const wants of wanting.get(addressOf(profile) ?? '') ?? []) {
      if (found.has(wants)) continue;
      found.set(wants, { by: 'email', id });
      const refused = knownById.get(wants);
      if (refused !== undefined) keeping.push(refused);
    }
  }
  return found;
}

function addressOf(person: PersonProfile | undefined): string | undefined {
  return person?.email?.toLowerCase();
}
