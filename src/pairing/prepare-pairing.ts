import { foldText } from '../participant/fold-text';
import type { PersonProfile } from '../participant/model';
import { commonLanguage, type CommonLanguage } from './compare-languages';
import { commonMinutes, weekMasks } from './compare-hours';
import type { PairingPolicy } from './contract';
import { tabulateTopics, type TopicTable } from './match-topics';

/** What is compared of people, worked out once per person, or once per two kinds of people, before every pair is weighed. */
export interface PairingCase {
  readonly mentors: readonly PersonProfile[];
  readonly mentees: readonly PersonProfile[];
  readonly policy: PairingPolicy;
  readonly topics: TopicTable;
  /** Minutes a week both have in common, by mentor and mentee index. */
  minutes(mentor: number, mentee: number): number;
  language(mentor: number, mentee: number): CommonLanguage | undefined;
  /** Ids of everybody above the person, at any depth. */
  above(id: string): ReadonlySet<string>;
  manager(id: string): string | undefined;
  keptApart(mentor: string, mentee: string): boolean;
  askedBefore(mentor: string, mentee: string): boolean;
  /** Whether both places are known and differ. */
  differs(field: 'function' | 'site' | 'country', mentor: number, mentee: number): boolean;
}

export interface PairingInput {
  readonly mentors: readonly PersonProfile[];
  readonly mentees: readonly PersonProfile[];
  readonly policy: PairingPolicy;
  /** Manager's id by id, also of people who take no part. */
  readonly reportingLines: ReadonlyMap<string, string>;
  readonly asked: readonly (readonly [mentorId: string, menteeId: string])[];
}

/** Prepares the comparison of every mentor with every mentee. */
export function preparePairing({ mentors, mentees, policy, reportingLines, asked }: PairingInput): PairingCase {
  const apart = new Set<string>();
  for (const person of [...mentors, ...mentees]) {
    for (const other of person.exclude) apart.add(pairKey(person.id, other)).add(pairKey(other, person.id));
  }
  const askedKeys = new Set(asked.map(([mentor, mentee]) => pairKey(mentor, mentee)));
  const chains = new Map<string, ReadonlySet<string>>();
  const above = (id: string): ReadonlySet<string> => {
    const known = chains.get(id);
    if (known !== undefined) return known;
    const chain = new Set<string>();
    for (let next = reportingLines.get(id); next !== undefined && !chain.has(next); next = reportingLines.get(next))
      chain.add(next);
    chains.set(id, chain);
    return chain;
  };
  const places = { function: foldedValues('function'), site: foldedValues('site'), country: foldedValues('country') };
  const [mentorPlaces, menteePlaces] = [mentors, mentees].map((people) => ({
    function: people.map(places.function),
    site: people.map(places.site),
    country: people.map(places.country),
  })) as [Record<'function' | 'site' | 'country', string[]>, Record<'function' | 'site' | 'country', string[]>];

  return {
    mentors,
    mentees,
    policy,
    topics: tabulateTopics(
      mentors.map((one) => one.expertise),
      mentees.map((one) => one.goals),
    ),
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
    above,
    manager: (id) => reportingLines.get(id),
    keptApart: (mentor, mentee) => apart.size > 0 && apart.has(pairKey(mentor, mentee)),
    askedBefore: (mentor, mentee) => askedKeys.size > 0 && askedKeys.has(pairKey(mentor, mentee)),
    differs: (field, mentor, mentee) => {
      const [one, other] = [mentorPlaces[field][mentor], menteePlaces[field][mentee]];
      return one !== '' && other !== '' && one !== other;
    },
  };
}

function pairKey(one: string, other: string): string {
  return `${one}\u0000${other}`;
}

function foldedValues(field: 'function' | 'site' | 'country'): (person: PersonProfile) => string {
  return (person) => foldText(person[field] ?? '');
}

/** A comparison done once for every two kinds of people instead of for every two people. */
function byKind<Prepared, Compared>(
  mentors: readonly PersonProfile[],
  mentees: readonly PersonProfile[],
  kindOf: (person: PersonProfile) => string,
  prepare: (person: PersonProfile) => Prepared,
  compare: (mentor: Prepared, mentee: Prepared) => Compared,
): (mentor: number, mentee: number) => Compared {
  const kinds = new Map<string, number>();
  const prepared: Prepared[] = [];
  const kindIndex = (person: PersonProfile): number => {
    const key = kindOf(person);
    const known = kinds.get(key);
    if (known !== undefined) return known;
    kinds.set(key, prepared.length);
    return prepared.push(prepare(person)) - 1;
  };
  const mentorKinds = mentors.map(kindIndex);
  const menteeKinds = mentees.map(kindIndex);
  const results = new Map<number, Compared>();
  return (mentor, mentee) => {
    const [one, other] = [mentorKinds[mentor] as number, menteeKinds[mentee] as number];
    const key = one * prepared.length + other;
    if (!results.has(key)) results.set(key, compare(prepared[one] as Prepared, prepared[other] as Prepared));
    return results.get(key) as Compared;
  };
}
