import { foldText } from '../kernel/fold-text';
import type { PersonProfile } from '../domain/participant';
import type { PairingPolicy } from '../domain/pairing-contract';
import { problemOf } from './draft-pairs';
import { lockPairs } from './explanation/lock-pairs';
import type { PairDraft, PairingHelp } from '../domain/pairing';
import { augmentMatching } from './assignment/augment-matching';
import type { PairIds } from '../domain/draft';
import { isTold } from '../privacy/small-groups';
import { preparePairing, type PairingOptions } from './scoring/prepare-pairing';
import { inEach } from './scoring/score';

type Side = 'mentor' | 'mentee';
type Options = PairingOptions & { readonly locked?: readonly PairIds[] };

type ChangeCode = 'level' | 'hours' | 'floor' | 'same-team' | `places-${Side}` | `${Side}-${'site' | 'function'}`;

/** One more thing that could be tried, with the words it would be told in. */
interface Trial {
  readonly code: ChangeCode;
  readonly values: Readonly<Record<string, string | number>>;
  readonly people: readonly PersonProfile[];
  readonly options: Options;
}

const groupsTried = 4;
const most = { trials: 12, edges: 200_000_000, told: 5 };

/**
 * What would place people who are left over, each found by choosing again: a few more people like those of a group of five or more, a
 * rule of the policy eased by one step, or one more pair for everybody of a side. Most helpful first, at most five; the number of
 * trials falls with the number of people.
 */
export function suggestChanges(
  people: readonly PersonProfile[],
  options: Options,
  draft: PairDraft,
): readonly PairingHelp[] {
  const left = draft.unpaired.map(({ participantId }) => participantId).filter((id) => !options.absent?.has(id));
  if (left.length === 0 || !isTold(draft.pairs.length + left.length)) return [];
  const trials = [
    ...easedRules(people, options),
    ...moreOfGroups(people, options, left),
    ...morePlaces(people, options, left),
  ];
  const edges = Math.max(1, (people.length / 2) ** 2);
  return trials
    .slice(0, Math.min(most.trials, Math.max(1, Math.floor(most.edges / edges))))
    .map((trial): PairingHelp => {
      const placed = countPlaced(trial, draft, left);
      const values = { ...trial.values, placed };
      return { code: trial.code, placed, values, ...inEach(`help.${trial.code}`, () => values) };
    })
    .filter(({ placed }) => placed > 0)
    .sort((a, b) => b.placed - a.placed)
    .slice(0, most.told);
}

/** How many of those left over have a pair when as many pairs as possible are made, nobody losing theirs. */
function countPlaced({ people, options }: Trial, draft: PairDraft, left: readonly string[]): number {
  const pairing = preparePairing(people, options);
  const { kept } = lockPairs(people, pairing, options);
  const problem = problemOf(pairing, kept);
  const rowOf = new Map(pairing.mentors.map((person, index) => [person.id, index]));
  const columnOf = new Map(pairing.mentees.map((person, index) => [person.id, index]));
  const isKept = new Set(kept.map(([row, column]) => row * pairing.mentees.length + column));
  const edges = draft.pairs.flatMap(({ mentorId, menteeId }) => {
    const [row, column] = [rowOf.get(mentorId), columnOf.get(menteeId)];
    if (row === undefined || column === undefined || isKept.has(row * pairing.mentees.length + column)) return [];
    return [[row, column] as const];
  });
  const placed = new Set(
    augmentMatching(problem, edges, left.length).flatMap(([row, column]) => [
      pairing.mentors[row]?.id,
      pairing.mentees[column]?.id,
    ]),
  );
  return left.filter((id) => placed.has(id)).length;
}

function easedRules(people: readonly PersonProfile[], options: Options): readonly Trial[] {
  const { policy } = options;
  const eased = (code: ChangeCode, change: Partial<PairingPolicy>, values = {}): Trial => ({
    code,
    values,
    people,
    options: { ...options, policy: { ...policy, ...change } },
  });
  const hours = Math.max(1, policy.minCommonHours - 1);
  const floor = Math.max(0, policy.minScore - 50);
  return [
    ...(people.some(({ level }) => level !== undefined)
      ? [eased('level', { minLevelsAbove: policy.minLevelsAbove - 1 }, { levels: policy.minLevelsAbove - 1 })]
      : []),
    ...(hours < policy.minCommonHours ? [eased('hours', { minCommonHours: hours }, { hours })] : []),
    ...(floor < policy.minScore ? [eased('floor', { minScore: floor }, { floor })] : []),
    ...(policy.allowSameTeam ? [] : [eased('same-team', { allowSameTeam: true })]),
  ];
}

/** One more pair for everybody of the side that those left over need. */
function morePlaces(people: readonly PersonProfile[], options: Options, left: readonly string[]): readonly Trial[] {
  return sidesNeeded(people, left).flatMap(({ side, others }): Trial[] => {
    if (!isTold(others.length)) return [];
    const ids = new Set(others.map(({ id }) => id));
    const roomier = people.map((one) => (ids.has(one.id) ? { ...one, capacity: one.capacity + 1 } : one));
    return [{ code: `places-${side}`, values: {}, people: roomier, options }];
  });
}

/** Up to two more people like those of each large group of the side that those left over need. */
function moreOfGroups(people: readonly PersonProfile[], options: Options, left: readonly string[]): readonly Trial[] {
  return sidesNeeded(people, left).flatMap(({ side, others, missing }) =>
    (['site', 'function'] as const)
      .flatMap((by) =>
        largestGroups(others, (person) => person[by]).map(({ group, members }): Trial => {
          const added = Math.min(2, missing);
          const more = Array.from({ length: added }, (_, index) => typicalPerson(`new person ${index}`, side, members));
          return { code: `${side}-${by}`, values: { group, added }, people: [...people, ...more], options };
        }),
      )
      .slice(0, groupsTried),
  );
}

function sidesNeeded(
  people: readonly PersonProfile[],
  left: readonly string[],
): readonly { readonly side: Side; readonly others: readonly PersonProfile[]; readonly missing: number }[] {
  const ids = new Set(left);
  const waiting = people.filter(({ id }) => ids.has(id));
  return (['mentor', 'mentee'] as const)
    .map((side) => ({
      side,
      others: people.filter(({ role }) => role === 'both' || role === side),
      missing: waiting.filter(({ role }) => role !== side).length,
    }))
    .filter(({ missing }) => missing > 0)
    .sort((a, b) => b.missing - a.missing);
}

function largestGroups(
  people: readonly PersonProfile[],
  nameOf: (person: PersonProfile) => string | undefined,
): readonly { readonly group: string; readonly members: readonly PersonProfile[] }[] {
  const groups = new Map<string, { group: string; members: PersonProfile[] }>();
  for (const person of people) {
    const group = nameOf(person);
    if (group === undefined) continue;
    const known = groups.get(foldText(group));
    if (known === undefined) groups.set(foldText(group), { group, members: [person] });
    else known.members.push(person);
  }
  return [...groups.values()]
    .filter(({ members }) => isTold(members.length))
    .sort((a, b) => b.members.length - a.members.length || (a.group < b.group ? -1 : 1))
    .slice(0, groupsTried / 2);
}

/** A person with what is most frequent in the group, nobody's twin and tied to nobody. */
function typicalPerson(id: string, side: Side, members: readonly PersonProfile[]): PersonProfile {
  const usual = <T>(valueOf: (person: PersonProfile) => T): T => mostFrequent(members.map(valueOf));
  const levels = members.flatMap(({ level }) => level ?? []).sort((a, b) => a - b);
  const level = levels[levels.length >> 1];
  const optional = {
    site: usual(({ site }) => site),
    country: usual(({ country }) => country),
    function: usual((person) => person.function),
    level,
  };
  return {
    id,
    name: '',
    role: side,
    languages: usual(({ languages }) => languages),
    timeZone: usual(({ timeZone }) => timeZone),
    availability: usual(({ availability }) => availability),
    expertise: usual(({ expertise }) => expertise),
    goals: usual(({ goals }) => goals),
    capacity: Math.max(
      1,
      usual(({ capacity }) => capacity),
    ),
    exclude: [],
    guest: false,
    consentDiversity: false,
    ...(Object.fromEntries(
      Object.entries(optional).filter(([, value]) => value !== undefined),
    ) as Partial<PersonProfile>),
  };
}

function mostFrequent<T>(values: readonly T[]): T {
  const counts = new Map<string, { readonly value: T; count: number }>();
  for (const value of values) {
    const key = JSON.stringify(value ?? null);
    const known = counts.get(key);
    if (known === undefined) counts.set(key, { value, count: 1 });
    else known.count++;
  }
  return [...counts.values()].reduce((best, one) => (one.count > best.count ? one : best)).value;
}
