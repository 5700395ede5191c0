import type { PersonProfile } from '../../domain/participant';
import { ruleCodes, type RuleCode } from '../../domain/pairing';
import type { PairingCase } from './prepare-pairing';
import { pointBits, ruleBit, tabulateKinds } from './tabulate-kinds';
import { tallyTopics, type TopicTally } from './tally-topics';

/** Whether an edge is allowed: below this it holds the points, from it on at least one rule forbids it. */
export const allowedBelow = 1 << pointBits;

/** The first rule that forbids an edge, in the order of `ruleCodes`; undefined where none does. */
export function firstRule(edge: number): RuleCode | undefined {
  const bit = firstRuleBit(edge);
  return bit === 0 ? undefined : ruleCodes[31 - Math.clz32(bit) - pointBits];
}

/** The same as the bit of the rule (`ruleBit`), 0 where none forbids. */
export function firstRuleBit(edge: number): number {
  const bits = (edge >>> pointBits) << pointBits;
  return bits & -bits;
}

export interface WeighOptions {
  /** Mentees by index; all where absent. */
  readonly columns?: readonly number[];
  /** Where rules are all that is asked, points may be left out. */
  readonly only?: 'rules';
}

export interface WeighedRows {
  /** The mentors in the order that is fastest: neighbours are of one kind. */
  readonly order: readonly number[];
  /** One edge for each mentee: points where allowed, the bits of rules where not. Valid until the next call. */
  weigh(mentor: number): Int32Array;
}

/**
 * Weighs mentors against all mentees, or some, row by row: what depends on kinds of people is looked up in tables, those who
 * want the same are weighed once, teams and ties are marked last. The same as `forbiddenBy` and `scoreOf`, edge by edge; memory grows with
 * the people, not with the pairs.
 */
export function weighRows(pairing: PairingCase, { columns, only }: WeighOptions = {}): WeighedRows {
  const { mentors, mentees, ties, policy } = pairing;
  const shown = columns ?? mentees.map((_, index) => index);
  const placeOf = new Int32Array(mentees.length).fill(-1);
  shown.forEach((mentee, place) => (placeOf[mentee] = place));
  // A floor is a rule that needs all points.
  const rulesOnly = only === 'rules' && policy.minScore === 0;
  const tables = tabulateKinds(pairing, rulesOnly).map((table) => ({
    table,
    kinds: Int32Array.from(shown, (mentee) => table.kinds.mentees[mentee] as number),
  }));
  const topics = rulesOnly ? undefined : topicsOf(pairing, shown);
  const edges = new Int32Array(shown.length);
  // What the tables say of the kinds of the last mentor: neighbours share it.
  const ofKinds = new Int32Array(shown.length);
  let last: number | undefined;
  const mark = (mentee: number, rule: RuleCode): void => {
    const place = placeOf[mentee] as number;
    if (place >= 0) edges[place] = (edges[place] as number) | ruleBit(rule);
  };
  const apart = (one: number, other: number): number => {
    for (const { table } of tables) {
      const { mentors: kind } = table.kinds;
      if (kind[one] !== kind[other]) return (kind[one] as number) - (kind[other] as number);
    }
    return 0;
  };
  return {
    order: mentors.map((_, index) => index).sort((a, b) => apart(a, b) || a - b),
    weigh: (mentor) => {
      if (last === undefined || apart(last, mentor) !== 0) {
        ofKinds.fill(0);
        for (const { table, kinds } of tables) addRow(ofKinds, ofKinds, table.rowFor(mentor), kinds);
        last = mentor;
      }
      if (topics === undefined) edges.set(ofKinds);
      else addRow(edges, ofKinds, topics.rowFor(mentor), topics.kinds);
      if (policy.minScore > 0) markBelow(edges, policy.minScore);
      if (!policy.allowSameTeam) for (const mentee of pairing.teamMates(mentor)) mark(mentee, 'same-team');
      ties.each(mentor, mark);
      return edges;
    },
  };
}

function topicsOf({ mentors, mentees, policy }: PairingCase, shown: readonly number[]): TopicTally {
  return tallyTopics(
    mentors.map((person) => person.expertise),
    shown.map((mentee) => (mentees[mentee] as PersonProfile).goals),
    policy.weights.topics,
  );
}

/** Writes what the edges held `before` and what a row holds for the kind of each mentee. */
function addRow(edges: Int32Array, before: Int32Array, row: Int32Array, kinds: Int32Array): void {
  for (let place = 0; place < edges.length; place++)
    edges[place] = (before[place] as number) + (row[kinds[place] as number] as number);
}

/** Marks edges that are still allowed and stay below the floor. */
function markBelow(edges: Int32Array, floor: number): void {
  const bit = ruleBit('floor');
  for (let place = 0; place < edges.length; place++)
    if ((edges[place] as number) < floor) edges[place] = (edges[place] as number) | bit;
}
