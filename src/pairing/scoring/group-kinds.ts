import type { PersonProfile } from '../../domain/participant';

/** People by kinds: what is compared of two people is the same for all people of the same two kinds. */
export interface Kinds {
  /** Kind by index. */
  readonly mentors: Int32Array;
  readonly mentees: Int32Array;
  /** Index of one person of each kind. */
  readonly someMentor: readonly number[];
  readonly someMentee: readonly number[];
}

/** Kinds with the words they were grouped by. */
export interface NamedKinds extends Kinds {
  readonly mentorKeys: readonly string[];
  readonly menteeKeys: readonly string[];
}

/** Groups both sides by what a key says of a person in a role. */
export function groupKinds(
  mentors: readonly PersonProfile[],
  mentees: readonly PersonProfile[],
  ofMentor: (person: PersonProfile) => string,
  ofMentee: (person: PersonProfile) => string = ofMentor,
): NamedKinds {
  const one = kindsOf(mentors, ofMentor);
  const other = kindsOf(mentees, ofMentee);
  return {
    mentors: one.kinds,
    mentees: other.kinds,
    someMentor: one.some,
    someMentee: other.some,
    mentorKeys: one.keys,
    menteeKeys: other.keys,
  };
}

/** The kinds of people who are of one kind in both groupings. */
export function crossKinds(one: Kinds, other: Kinds): Kinds {
  const mentors = crossSide(one.mentors, other.mentors);
  const mentees = crossSide(one.mentees, other.mentees);
  return { mentors: mentors.kinds, mentees: mentees.kinds, someMentor: mentors.some, someMentee: mentees.some };
}

function crossSide(
  one: Int32Array,
  other: Int32Array,
): { readonly kinds: Int32Array; readonly some: readonly number[] } {
  const count = one.length;
  const numbers = new Map<number, number>();
  const some: number[] = [];
  // Kinds are fewer than people, so that the number of two kinds together is exact.
  const kinds = Int32Array.from({ length: count }, (_, index) => {
    const key = (one[index] as number) * (count + 1) + (other[index] as number);
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, some.length);
    return some.push(index) - 1;
  });
  return { kinds, some };
}

function kindsOf(
  people: readonly PersonProfile[],
  keyOf: (person: PersonProfile) => string,
): { readonly kinds: Int32Array; readonly some: readonly number[]; readonly keys: readonly string[] } {
  const numbers = new Map<string, number>();
  const some: number[] = [];
  const kinds = Int32Array.from(people, (person, index) => {
    const key = keyOf(person);
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, some.length);
    return some.push(index) - 1;
  });
  return { kinds, some, keys: [...numbers.keys()] };
}
