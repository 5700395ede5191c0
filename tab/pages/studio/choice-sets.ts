import type { ChosenDto, DraftListDto } from '../../../src/draft/api-contract';
import { aimSubject, type PairingPolicy } from '../../../src/domain/pairing-contract';

type Ids = readonly [mentorId: string, menteeId: string];

/** Ids of two people as one key. */
export function pairKey(mentorId: string, menteeId: string): string {
  return `${mentorId}\n${menteeId}`;
}

/** Keys of the pairs in a list of ids. */
export function pairKeys(pairs: readonly Ids[]): ReadonlySet<string> {
  return new Set(pairs.map(([mentorId, menteeId]) => pairKey(mentorId, menteeId)));
}

/** The choices with a pair kept, or no longer kept; a pair that is kept is no longer kept apart. */
export function withLock(choices: ChosenDto, pair: Ids, locked: boolean): Pick<ChosenDto, 'locked' | 'apart'> {
  return locked
    ? { locked: [...without(choices.locked, pair), [...pair]], apart: without(choices.apart, pair) }
    : { locked: without(choices.locked, pair), apart: [...choices.apart] };
}

/** The choices with two people kept apart, or allowed together again; people kept apart are no pair that is kept. */
export function withApart(choices: ChosenDto, pair: Ids, apart: boolean): Pick<ChosenDto, 'locked' | 'apart'> {
  return apart
    ? { locked: without(choices.locked, pair), apart: [...without(choices.apart, pair), [...pair]] }
    : { locked: [...choices.locked], apart: without(choices.apart, pair) };
}

function without(pairs: ChosenDto['locked'], [mentorId, menteeId]: Ids): ChosenDto['locked'] {
  return pairs.filter(([mentor, mentee]) => mentor !== mentorId || mentee !== menteeId);
}

/** The names of everybody whom the list of a draft names, by id. */
export function namesIn(list: DraftListDto | undefined): ReadonlyMap<string, string> {
  if (list === undefined) return new Map();
  const people = [...list.pairs.flatMap(({ mentor, mentee }) => [mentor, mentee]), ...list.unpaired, ...list.others];
  return new Map(people.map(({ id, name }) => [id, name] as const));
}

/** How the choices for the next run differ from those of a draft. */
export interface ChoiceDifference {
  readonly locked: number;
  readonly unlocked: number;
  readonly apart: number;
  readonly together: number;
  readonly policy: number;
}

/** Counts what was decided since the draft was computed; undefined where nothing was. */
export function differenceOf(before: ChosenDto, after: ChosenDto): ChoiceDifference | undefined {
  const difference = {
    locked: newIn(before.locked, after.locked),
    unlocked: newIn(after.locked, before.locked),
    apart: newIn(before.apart, after.apart),
    together: newIn(after.apart, before.apart),
    policy: differingParts(before.policy, after.policy).length,
  };
  return Object.values(difference).some((count) => count > 0) ? difference : undefined;
}

function newIn(before: readonly Ids[], after: readonly Ids[]): number {
  const there = pairKeys(before);
  return [...pairKeys(after)].filter((key) => !there.has(key)).length;
}

type Weight = keyof PairingPolicy['weights'];
type Rule = Exclude<keyof PairingPolicy, 'weights' | 'aims'>;

/** One weight, rule or aim that two policies set differently; an aim is named by what it is about. */
export type PolicyPart =
  | { readonly kind: 'weight'; readonly name: Weight }
  | { readonly kind: 'rule'; readonly name: Rule }
  | { readonly kind: 'aim'; readonly name: string };

/** What two policies set differently: weights, then rules, then aims. */
export function differingParts(one: PairingPolicy, two: PairingPolicy): readonly PolicyPart[] {
  const weights = (Object.keys(one.weights) as Weight[]).filter((name) => one.weights[name] !== two.weights[name]);
  const rules = (Object.keys(one) as (keyof PairingPolicy)[]).filter(
    (name): name is Rule =>
      name !== 'weights' && name !== 'aims' && JSON.stringify(one[name]) !== JSON.stringify(two[name]),
  );
  const aims = [...new Set([...one.aims, ...two.aims].map(aimSubject))].filter(
    (name) => JSON.stringify(aimAbout(one, name)) !== JSON.stringify(aimAbout(two, name)),
  );
  return [
    ...weights.map((name) => ({ kind: 'weight', name }) as const),
    ...rules.map((name) => ({ kind: 'rule', name }) as const),
    ...aims.map((name) => ({ kind: 'aim', name }) as const),
  ];
}

/** The policy’s aim about something, if it has one. */
export function aimAbout(policy: PairingPolicy, subject: string): PairingPolicy['aims'][number] | undefined {
  return policy.aims.find((aim) => aimSubject(aim) === subject);
}
