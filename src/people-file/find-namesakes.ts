import { foldText } from '../kernel/fold-text';
import type { PersonProfile } from '../domain/participant';

/** Others kept apart from one person for a name: more rows of one name are no people. */
const mostNamesakes = 200;
/** What tells two people of one name apart where both rows say it. */
const tellsApart = [
  'email',
  'country',
  'site',
  'department',
  'function',
  'team',
  'level',
  'partnerOrganisation',
] as const;

interface Namesakes {
  /** As the first of the rows spells it. */
  readonly name: string;
  readonly ids: readonly string[];
}

/**
 * Rows that may be about the same person, by id: one name, whatever the order of its words, nothing that says that they are two people, and roles in which the two
 * could be paired. Two lists joined, of mentors and of mentees, have such rows.
 */
export function findNamesakes(
  rows: readonly { readonly person?: PersonProfile }[],
  managers: ReadonlyMap<string, string>,
): ReadonlyMap<string, Namesakes> {
  const groups = new Map<string, PersonProfile[]>();
  for (const { person } of rows) {
    // Where nobody's name is known, the identifier stands in its place.
    if (person === undefined || person.name === person.id) continue;
    const name = foldText(person.name).split(' ').sort().join(' ');
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [person]);
    else if (group.length <= mostNamesakes) group.push(person);
  }
  const found = new Map<string, Namesakes>();
  for (const group of groups.values()) {
    if (group.length < 2) continue;
    for (const one of group) {
      const others = group.filter((other) => other !== one && canPair(one, other) && !areTwo(one, other, managers));
      const name = group[0]?.name ?? one.name;
      if (others.length > 0) found.set(one.id, { name, ids: others.map(({ id }) => id) });
    }
  }
  return found;
}

function canPair(one: PersonProfile, other: PersonProfile): boolean {
  return one.role !== other.role || one.role === 'both';
}

function areTwo(one: PersonProfile, other: PersonProfile, managers: ReadonlyMap<string, string>): boolean {
  const differ = (a: string | number | undefined, b: string | number | undefined): boolean =>
    a !== undefined &&
    b !== undefined &&
    (typeof a === 'string' && typeof b === 'string' ? foldText(a) !== foldText(b) : a !== b);
  return (
    tellsApart.some((field) => differ(one[field], other[field])) || differ(managers.get(one.id), managers.get(other.id))
  );
}
