import type { PersonProfile } from '../../domain/participant';
import { greatestFit } from './match-topics';
import { ruleCodes, type RuleCode } from '../../domain/pairing';
import type { PairingCase } from './prepare-pairing';
import { topicPoints } from './score';
import { pointBits, ruleBit, tabulateKinds } from './tabulate-kinds';
import { tallyTopics } from './tally-topics';

/** Whether an edge is allowed: below this it holds the points, from it on at least one rule forbids it. */
export const allowedBelow = 1 << pointBits;

/** The first rule that forbids an edge, in the order of `ruleCodes`; undefined where none does. */
export function firstRule(edge: number): RuleCode | undefined {
  const bits = edge >>> pointBits;
  return bits === 0 ? undefined : ruleCodes[31 - Math.clz32(bits & -bits)];
}

export interface WeighedRows {
  /** The mentors in the order that is fastest: neighbours are of one kind. */
  readonly order: readonly number[];
  /** One edge for each mentee: points where allowed, the bits of rules where not. Valid until the next call. */
  weigh(mentor: number): Int32Array;
}

/**
 * Weighs mentors against all mentees, or some, row by row: what depends on kinds of people is looked up in tables, topics are
 * compared by bit masks and flat arrays, ties are marked last. The same as `forbiddenBy` and `scoreOf`, edge by edge; memory grows with
 * the people, not with the pairs.
 */
export function weighRows(pairing: PairingCase, columns?: readonly number[]): WeighedRows {
  const { mentors, mentees, ties } = pairing;
  const shown = columns ?? mentees.map((_, index) => index);
  const placeOf = new Int32Array(mentees.length).fill(-1);
  shown.forEach((mentee, place) => (placeOf[mentee] = place));
  const tables = tabulateKinds(pairing).map((table) => ({
    table,
    kinds: Int32Array.from(shown, (mentee) => table.kinds.mentees[mentee] as number),
  }));
  const edges = new Int32Array(shown.length);
  const addTopics = topicAdder(pairing, shown);
  const hours = pairing.kinds.hours.mentors;
  return {
    order: mentors.map((_, index) => index).sort((a, b) => (hours[a] as number) - (hours[b] as number) || a - b),
    weigh: (mentor) => {
      edges.fill(0);
      for (const { table, kinds } of tables) addRow(edges, table.rowFor(mentor), kinds);
      addTopics(edges, mentor);
      ties.each(mentor, (mentee, tie) => {
        const place = placeOf[mentee] as number;
        if (place >= 0) edges[place] = (edges[place] as number) | ruleBit(tie);
      });
      return edges;
    },
  };
}

function addRow(edges: Int32Array, row: Int32Array, kinds: Int32Array): void {
  for (let place = 0; place < edges.length; place++)
    edges[place] = (edges[place] as number) + (row[kinds[place] as number] as number);
}

/** Adds the points for topics to the edges that are still allowed, and marks those that stay below the floor. */
function topicAdder(pairing: PairingCase, shown: readonly number[]): (edges: Int32Array, mentor: number) => void {
  const { weights, minScore } = pairing.policy;
  const topics = tallyTopics(
    pairing.mentors.map((person) => person.expertise),
    shown.map((mentee) => (pairing.mentees[mentee] as PersonProfile).goals),
  );
  const { start, places, priorities, most, wanted } = topics;
  const width = greatestFit + 1;
  const points = Int32Array.from({ length: (greatestFit / 100 + 1) * width }, (_, index) => {
    const whole = Math.floor(index / width) * 100;
    return topicPoints(weights.topics, Math.min(index % width, whole), whole);
  });
  const base = most.map((whole) => (whole / 100) * width);
  const floorBit = ruleBit('floor');
  return (edges, mentor) => {
    const quality = topics.qualityOf(mentor);
    const offered = topics.shared[mentor] as number;
    for (let place = 0; place < edges.length; place++) {
      let edge = edges[place] as number;
      if (edge >= allowedBelow) continue;
      if ((offered & (wanted[place] as number)) !== 0) {
        const end = start[place + 1] as number;
        let fit = 0;
        for (let goal = start[place] as number; goal < end; goal++)
          fit += (priorities[goal] as number) * (quality[places[goal] as number] as number);
        const whole = most[place] as number;
        edge += points[(base[place] as number) + (fit < whole ? fit : whole)] as number;
      }
      edges[place] = edge < minScore ? edge | floorBit : edge;
    }
  };
}
