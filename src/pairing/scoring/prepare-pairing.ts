import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { Temporal } from 'temporal-polyfill';
import type { Instant } from '../../kernel/clock';
import { foldText } from '../../kernel/fold-text';
import { isStated, type PersonProfile } from '../../domain/participant';
import { areHoursKnown, commonMinutes, weekMasks, type WeekMasks } from './compare-hours';
import { commonLanguage, type CommonLanguage, type SpokenLanguages } from './compare-languages';
import type { ProgrammeComposition } from './compose-groups';
import type { PairingPolicy } from '../../domain/pairing-contract';
import { findTies, type Ties } from './find-ties';
import { groupKinds, type Kinds, type NamedKinds } from './group-kinds';
import type { PairIds } from '../../domain/draft';
import type { Absence, Stated } from '../../domain/pairing';

export interface PairingOptions {
  readonly policy: PairingPolicy;
  /** A whole number of 32 bits that decides between equal totals; never a name or a place in the file. */
  readonly seed: number;
  /** Manager's id by id, also of people who take no part; the people's own managers where absent. */
  readonly reportingLines?: ReadonlyMap<string, string>;
  /** Mentor and mentee ids that were asked already and are not asked again. */
  readonly asked?: readonly PairIds[];
  /** Pairs that HR keeps apart, in either direction. */
  readonly apart?: readonly PairIds[];
  /** Pairs that were, with the moment they ended; each counts in either direction. */
  readonly formerPairs?: readonly (readonly [mentorId: string, menteeId: string, endedAt: Instant])[];
  /** Moment against which the end of former pairs is counted; every former pair counts where absent. */
  readonly now?: Instant;
  /** What the people of the whole draft have said, where only some of them are compared; what these have said where absent. */
  readonly stated?: Stated;
  /** What is known of gender and age band; nobody has said where absent. */
  readonly composition?: ProgrammeComposition;
  /** People who take no part for now, with the reason. */
  readonly absent?: ReadonlyMap<string, Absence>;
}

export type Place = 'function' | 'site' | 'country';

/** People, policy and what is compared of them, worked out once per person or kind before every pair is weighed. */
export interface PairingCase {
  /** In an order that the seed decides. */
  readonly mentors: readonly PersonProfile[];
  readonly mentees: readonly PersonProfile[];
  readonly policy: PairingPolicy;
  readonly absent: ReadonlyMap<string, Absence>;
  readonly ties: Ties;
  readonly kinds: Readonly<Record<Place | 'team' | 'hours' | 'language', Kinds>>;
  /** Free hours by kind of hours. */
  readonly weeks: Readonly<Record<'mentors' | 'mentees', readonly WeekMasks[]>>;
  readonly stated: Stated;
  readonly composition: ProgrammeComposition;
  /** Minutes a week both have in common, not counted beyond `enough`. */
  minutes(mentor: number, mentee: number, enough?: number): number;
  /** Whether both have said when they are free, and where. */
  hoursKnown(mentor: number, mentee: number): boolean;
  /** `unknown` where one of the two has named no language. */
  language(mentor: number, mentee: number): CommonLanguage | 'unknown' | undefined;
  /** Whether both places are known and differ. */
  differs(place: Place, mentor: number, mentee: number): boolean;
  sameTeam(mentor: number, mentee: number): boolean;
  /** Everybody of whom `sameTeam` is true. */
  teamMates(mentor: number): readonly number[];
}

/** Prepares the comparison of every mentor with every mentee; the same people in any order give the same case. */
export function preparePairing(people: readonly PersonProfile[], options: PairingOptions): PairingCase {
  const shuffled = shuffle(
    [...people].sort((a, b) => (a.id < b.id ? -1 : 1)),
    options.seed,
  );
  const mentors = shuffled.filter((person) => person.role !== 'mentee');
  const mentees = shuffled.filter((person) => person.role !== 'mentor');
  const reportingLines = options.reportingLines ?? linesOf(people);
  const folded = new Map<string, string>();
  const foldOnce = (words: string): string => {
    const known = folded.get(words) ?? foldText(words);
    folded.set(words, known);
    return known;
  };
  const byWords = (words: (person: PersonProfile) => string): NamedKinds =>
    groupKinds(mentors, mentees, (person) => foldOnce(words(person)));
  const kinds = {
    function: byWords((person) => person.function ?? ''),
    site: byWords((person) => person.site ?? ''),
    country: byWords((person) => person.country ?? ''),
    team: byWords((person) => (person.team === undefined ? '' : `${person.department ?? ''} ${person.team}`)),
    hours: groupKinds(mentors, mentees, (person) =>
      areHoursKnown(person) ? `${person.timeZone} ${JSON.stringify(person.availability)}` : '',
    ),
    language: groupKinds(mentors, mentees, (person) =>
      isStated(person, 'languages')
        ? `${isStated(person, 'firstLanguage') ? '1 ' : ''}${person.languages.join(' ')}`
        : '',
    ),
  };
  const weeks = {
    mentors: kinds.hours.someMentor.map((index) => weekMasks(mentors[index] as PersonProfile)),
    mentees: kinds.hours.someMentee.map((index) => weekMasks(mentees[index] as PersonProfile)),
  };
  const mentorWords = ({ mentorKeys, mentors: kind }: NamedKinds, mentor: number): string =>
    mentorKeys[kind[mentor] as number] as string;
  const menteeWords = ({ menteeKeys, mentees: kind }: NamedKinds, mentee: number): string =>
    menteeKeys[kind[mentee] as number] as string;
  const teams = new Map<string, number[]>(kinds.team.menteeKeys.map((key) => [key, []]));
  mentees.forEach((_, mentee) => {
    const words = menteeWords(kinds.team, mentee);
    if (words !== '') teams.get(words)?.push(mentee);
  });
  return {
    mentors,
    mentees,
    policy: options.policy,
    absent: options.absent ?? new Map(),
    ties: findTies({ mentors, mentees, reportingLines, setApart: setApartBy(options) }),
    kinds,
    weeks,
    stated: options.stated ?? statedIn(people),
    composition: options.composition ?? {},
    minutes: (mentor, mentee, enough) =>
      commonMinutes(
        weeks.mentors[kinds.hours.mentors[mentor] as number] as WeekMasks,
        weeks.mentees[kinds.hours.mentees[mentee] as number] as WeekMasks,
        enough,
      ),
    hoursKnown: (mentor, mentee) =>
      areHoursKnown(mentors[mentor] as PersonProfile) && areHoursKnown(mentees[mentee] as PersonProfile),
    language: (one, other) => {
      const [mentor, mentee] = [mentors[one] as PersonProfile, mentees[other] as PersonProfile];
      if (!isStated(mentor, 'languages') || !isStated(mentee, 'languages')) return 'unknown';
      return commonLanguage(spokenBy(mentor), spokenBy(mentee));
    },
    differs: (place, mentor, mentee) => {
      const one = mentorWords(kinds[place], mentor);
      const other = menteeWords(kinds[place], mentee);
      return one !== other && one !== '' && other !== '';
    },
    sameTeam: (mentor, mentee) => {
      const one = mentorWords(kinds.team, mentor);
      return one !== '' && one === menteeWords(kinds.team, mentee);
    },
    teamMates: (mentor) => teams.get(mentorWords(kinds.team, mentor)) ?? [],
  };
}

function spokenBy(person: PersonProfile): SpokenLanguages {
  return { codes: person.languages, isOrdered: isStated(person, 'firstLanguage') };
}

/** What the people of a draft have said of themselves. */
export function statedIn(people: readonly PersonProfile[]): Stated {
  const mentors = people.filter((person) => person.role !== 'mentee');
  const mentees = people.filter((person) => person.role !== 'mentor');
  return {
    topics: mentors.some((one) => one.expertise.length > 0) && mentees.some((one) => one.goals.length > 0),
    teaching: mentors.some((one) => hasAny(one.teachingStyle)) && mentees.some((one) => hasAny(one.learningStyle)),
    pedagogy: mentors.some((one) => one.pedagogy !== undefined),
    openness: mentees.some((one) => one.openness !== undefined),
  };
}

/** Who reports to whom as the people themselves say. */
export function linesOf(people: readonly PersonProfile[]): ReadonlyMap<string, string> {
  return new Map(people.flatMap((one) => (one.managerId === undefined ? [] : [[one.id, one.managerId] as const])));
}

/** Former pairs that ended too short a while ago to be put together again. */
export function recentPairs({
  formerPairs = [],
  now,
  policy,
}: Pick<PairingOptions, 'formerPairs' | 'now' | 'policy'>): readonly PairIds[] {
  return formerPairs.flatMap(([mentor, mentee, endedAt]): PairIds[] => {
    if (policy.monthsApart === 0) return [];
    const again = Temporal.Instant.from(endedAt).toZonedDateTimeISO('UTC').add({ months: policy.monthsApart });
    return now === undefined || Temporal.Instant.compare(now, again.toInstant()) < 0 ? [[mentor, mentee]] : [];
  });
}

function setApartBy(options: PairingOptions): readonly PairIds[] {
  const { asked = [], apart = [] } = options;
  const eitherWay = [...apart, ...recentPairs(options)];
  return [...asked, ...eitherWay, ...eitherWay.map(([one, other]): PairIds => [other, one])];
}

function hasAny(list: readonly unknown[] | undefined): boolean {
  return list !== undefined && list.length > 0;
}

/** Fisher and Yates over xoroshiro128+: the same seed, the same order, on every machine. */
function shuffle<T>(items: readonly T[], seed: number): readonly T[] {
  const random = xoroshiro128plus(seed);
  const order = [...items];
  for (let last = order.length - 1; last > 0; last--) {
    const other = uniformInt(random, 0, last);
    [order[last], order[other]] = [order[other] as T, order[last] as T];
  }
  return order;
}
