import { foldText } from '../participant/fold-text';
import type { PersonProfile } from '../participant/model';
import { commonLanguage, type CommonLanguage } from './compare-languages';
import { commonMinutes, weekMasks } from './compare-hours';
import type { PairingPolicy } from './contract';
import { tabulateTopics, type TopicTable } from './match-topics';

/** A tie between two people that rules out a pair, whatever else they have in common. */
export type Tie = 'reporting-line' | 'same-manager' | 'kept-apart' | 'asked-before';

/** What is compared of people, worked out once per person, or once per two kinds of people, before every pair is weighed. */
export interface PairingCase {
  readonly mentors: readonly PersonProfile[];
  readonly mentees: readonly PersonProfile[];
  readonly policy: PairingPolicy;
  readonly topics: TopicTable;
  tie(mentor: number, mentee: number): Tie | undefined;
  /** Minutes a week both have in common, by mentor and mentee index. */
  minutes(mentor: number, mentee: number): number;
  language(mentor: number, mentee: number): CommonLanguage | undefined;
  /** Whether both places are known and differ. */
  differs(field: Place, mentor: number, mentee: number): boolean;
}

type Place = 'function' | 'site' | 'country';

export interface PairingInput {
  readonly mentors: readonly PersonProfile[];
  readonly mentees: readonly PersonProfile[];
  readonly policy: PairingPolicy;
  /** Manager's id by id, also of people who take no part. */
  readonly reportingLines: ReadonlyMap<string, string>;
  readonly asked: readonly (readonly [mentorId: string, menteeId: string])[];
}

/** Prepares the comparison of every mentor with every mentee. */
export function preparePairing(input: PairingInput): PairingCase {
  const { mentors, mentees, policy } = input;
  const ties = findTies(input);
  const places = {
    function: placesOf('function', mentors, mentees),
    site: placesOf('site', mentors, mentees),
    country: placesOf('country', mentors, mentees),
  };
  return {
    mentors,
    mentees,
    policy,
    topics: tabulateTopics(
      mentors.map((one) => one.expertise),
      mentees.map((one) => one.goals),
    ),
    tie: (mentor, mentee) => tieCodes[ties[mentor * mentees.length + mentee] as number],
    minutes: byKind(
      mentors,
      mentees,
      (person) => `${person.timeZone} ${JSON.stringify(person.availability)}`,
      weekMasks,
      commonMinutes,
    ),
    language: byKind(
      mentors,
      mentees,
      (person) => person.languages.join(' '),
      (person) => person.languages,
      commonLanguage,
    ),
    differs: (field, mentor, mentee) => {
      const one = places[field].mentors[mentor] as number;
      const other = places[field].mentees[mentee] as number;
      return one !== other && one !== 0 && other !== 0;
    },
  };
}

const tieCodes: readonly (Tie | undefined)[] = [
  undefined,
  'reporting-line',
  'same-manager',
  'kept-apart',
  'asked-before',
];

/** The strongest tie of each mentor and mentee, as its place in `tieCodes`; 0 for none. */
function findTies({ mentors, mentees, reportingLines, asked }: PairingInput): Uint8Array {
  const ties = new Uint8Array(mentors.length * mentees.length);
  const rows = new Map(mentors.map((person, index) => [person.id, index]));
  const columns = new Map(mentees.map((person, index) => [person.id, index]));
  const mark = (mentor: string, mentee: string, tie: Tie): void => {
    const [row, column] = [rows.get(mentor), columns.get(mentee)];
    if (row === undefined || column === undefined) return;
    const cell = row * mentees.length + column;
    const code = tieCodes.indexOf(tie);
    if (ties[cell] === 0 || (ties[cell] as number) > code) ties[cell] = code;
  };
  const team = new Map<string, string[]>();
  for (const { id } of mentees) {
    for (const above of chainOf(id, reportingLines)) mark(above, id, 'reporting-line');
    const manager = reportingLines.get(id);
    if (manager !== undefined) team.set(manager, [...(team.get(manager) ?? []), id]);
  }
  for (const { id } of mentors) {
    for (const above of chainOf(id, reportingLines)) mark(id, above, 'reporting-line');
    for (const colleague of team.get(reportingLines.get(id) ?? '') ?? []) mark(id, colleague, 'same-manager');
  }
  for (const person of [...mentors, ...mentees]) {
    for (const other of person.exclude) {
      mark(person.id, other, 'kept-apart');
      mark(other, person.id, 'kept-apart');
    }
  }
  for (const [mentor, mentee] of asked) mark(mentor, mentee, 'asked-before');
  return ties;
}

/** Everybody above a person, each once, so that it ends on a loop. */
function chainOf(id: string, reportingLines: ReadonlyMap<string, string>): ReadonlySet<string> {
  const chain = new Set<string>();
  for (let next = reportingLines.get(id); next !== undefined && !chain.has(next); next = reportingLines.get(next))
    chain.add(next);
  return chain;
}

/** Places as numbers, the same for the same words however they are written; 0 where none is known. */
function placesOf(
  field: Place,
  mentors: readonly PersonProfile[],
  mentees: readonly PersonProfile[],
): Readonly<Record<'mentors' | 'mentees', Int32Array>> {
  const numbers = new Map([['', 0]]);
  const numberOf = (person: PersonProfile): number => {
    const words = foldText(person[field] ?? '');
    const known = numbers.get(words) ?? numbers.size;
    numbers.set(words, known);
    return known;
  };
  return { mentors: Int32Array.from(mentors, numberOf), mentees: Int32Array.from(mentees, numberOf) };
}

/** A comparison done once for every two kinds of people instead of for every two people. */
function byKind<Prepared, Compared>(
  mentors: readonly PersonProfile[],
  mentees: readonly PersonProfile[],
  kindOf: (person: PersonProfile) => string,
  prepare: (person: PersonProfile) => Prepared,
  compare: (mentor: Prepared, mentee: Prepared) => Compared,
): (mentor: number, mentee: number) => Compared {
  const one = kindsOf(mentors, kindOf, prepare);
  const other = kindsOf(mentees, kindOf, prepare);
  const width = other.prepared.length;
  const known = new Uint8Array(one.prepared.length * width);
  const results: Compared[] = [];
  return (mentor, mentee) => {
    const [first, second] = [one.kinds[mentor] as number, other.kinds[mentee] as number];
    const place = first * width + second;
    if (known[place] === 0) {
      known[place] = 1;
      results[place] = compare(one.prepared[first] as Prepared, other.prepared[second] as Prepared);
    }
    return results[place] as Compared;
  };
}

function kindsOf<Prepared>(
  people: readonly PersonProfile[],
  kindOf: (person: PersonProfile) => string,
  prepare: (person: PersonProfile) => Prepared,
): { readonly kinds: Int32Array; readonly prepared: readonly Prepared[] } {
  const numbers = new Map<string, number>();
  const prepared: Prepared[] = [];
  const kinds = Int32Array.from(people, (person) => {
    const key = kindOf(person);
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, prepared.length);
    return prepared.push(prepare(person)) - 1;
  });
  return { kinds, prepared };
}
