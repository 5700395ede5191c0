import type { PersonProfile } from '../participant/model';
import { groupKinds, type Kinds } from './group-kinds';
import { greatestFit } from './match-topics';
import { ruleCodes, type RuleCode, type ScorePartName } from './model';
import type { PairingCase } from './prepare-pairing';
import { breaks } from './rules';
import { pointsOf, topicPoints } from './score';
import { tallyTopics } from './tally-topics';

/** Bits of a cell below those of the rules; more than any score needs. */
const pointBits = 15;
/** Tables of this many entries are kept for all mentors; larger ones for the last kind of mentor only. */
const keptEntries = 1_000_000;

/** The bit of a cell that says that a rule forbids the pair. */
export function ruleBit(code: RuleCode): number {
  return 1 << (pointBits + ruleCodes.indexOf(code));
}

/** Whether a cell is allowed: below this it holds the points, from it on at least one rule forbids it. */
export const allowedBelow = 1 << pointBits;

/** The first rule that forbids a cell, in the order of `ruleCodes`; undefined where none does. */
export function firstRule(cell: number): RuleCode | undefined {
  const bits = cell >>> pointBits;
  return bits === 0 ? undefined : ruleCodes[31 - Math.clz32(bits & -bits)];
}

export interface WeighedRows {
  /** The mentors in the order that is fastest: neighbours are of one kind. */
  readonly order: readonly number[];
  /** One cell for each mentee: points where allowed, the bits of rules where not. Valid until the next call. */
  weigh(mentor: number): Int32Array;
}

/** A comparison that is the same for all people of the same kinds. */
interface Comparison {
  readonly kinds: Kinds;
  readonly rules: readonly RuleCode[];
  readonly parts: readonly ScorePartName[];
}

/**
 * Weighs mentors against all mentees, or some, row by row: what depends on kinds of people is looked up in tables, topics are
 * compared by bit masks and flat arrays, ties are marked last. The same as `forbiddenBy` and `scoreOf`, cell by cell; memory grows with
 * the people, not with the pairs.
 */
export function weighRows(pairing: PairingCase, columns?: readonly number[]): WeighedRows {
  const { mentors, mentees, policy, ties } = pairing;
  const shown = columns ?? mentees.map((_, index) => index);
  const placeOf = new Int32Array(mentees.length).fill(-1);
  shown.forEach((mentee, place) => (placeOf[mentee] = place));
  const tables = comparisonsOf(pairing).map((comparison) => tableOf(pairing, comparison));
  const { classOf, kindsOfClass } = classesOf(
    tables.map(({ kinds }) => kinds),
    shown,
  );
  const sums = new Int32Array(kindsOfClass[0]?.length ?? 0);
  const topics = tallyTopics(
    mentors.map((person) => person.expertise),
    shown.map((mentee) => (mentees[mentee] as PersonProfile).goals),
  );
  const { start, places, priorities, most, wanted } = topics;
  const width = greatestFit + 1;
  const points = Int32Array.from({ length: (greatestFit / 100 + 1) * width }, (_, index) => {
    const whole = Math.floor(index / width) * 100;
    return topicPoints(policy.weights.topics, Math.min(index % width, whole), whole);
  });
  const cells = new Int32Array(shown.length);
  const floorBit = ruleBit('floor');

  const addTopics = (mentor: number): void => {
    const quality = topics.qualityOf(mentor);
    const shared = topics.shared[mentor] as number;
    const floor = policy.minScore;
    for (let place = 0; place < cells.length; place++) {
      let cell = sums[classOf[place] as number] as number;
      if (cell < allowedBelow) {
        if ((shared & (wanted[place] as number)) !== 0) {
          const end = start[place + 1] as number;
          let fit = 0;
          for (let goal = start[place] as number; goal < end; goal++)
            fit += (priorities[goal] as number) * (quality[places[goal] as number] as number);
          const whole = most[place] as number;
          cell += points[(whole / 100) * width + (fit < whole ? fit : whole)] as number;
        }
        if (cell < floor) cell |= floorBit;
      }
      cells[place] = cell;
    }
  };
  const hours = pairing.kinds.hours.mentors;
  return {
    order: mentors.map((_, index) => index).sort((a, b) => (hours[a] as number) - (hours[b] as number) || a - b),
    weigh: (mentor) => {
      sums.fill(0);
      tables.forEach((table, index) => {
        const row = table.rowFor(mentor);
        const kinds = kindsOfClass[index] as Int32Array;
        for (let one = 0; one < sums.length; one++)
          sums[one] = (sums[one] as number) + (row[kinds[one] as number] as number);
      });
      addTopics(mentor);
      ties.each(mentor, (mentee, tie) => {
        const place = placeOf[mentee] as number;
        if (place >= 0) cells[place] = (cells[place] as number) | ruleBit(tie);
      });
      return cells;
    },
  };
}

function comparisonsOf(pairing: PairingCase): readonly Comparison[] {
  const { mentors, mentees, kinds, absent } = pairing;
  const by = (ofMentor: (person: PersonProfile) => unknown, ofMentee = ofMentor): Kinds =>
    groupKinds(
      mentors,
      mentees,
      (person) => JSON.stringify(ofMentor(person)),
      (person) => JSON.stringify(ofMentee(person)),
    );
  return [
    { kinds: kinds.hours, rules: ['hours'], parts: ['availability'] },
    { kinds: kinds.language, rules: ['language'], parts: ['language'] },
    { kinds: kinds.function, rules: [], parts: ['other-function'] },
    { kinds: kinds.site, rules: [], parts: ['other-site'] },
    { kinds: kinds.country, rules: [], parts: ['other-country'] },
    { kinds: kinds.team, rules: ['same-team'], parts: [] },
    { kinds: by((person) => person.level), rules: ['level'], parts: [] },
    {
      kinds: by((person) => [absent.get(person.id), person.capacity === 0, person.guest, person.partner !== undefined]),
      rules: ['paused', 'withdrawn', 'not-enrolled', 'capacity', 'guest', 'partner'],
      parts: [],
    },
    {
      kinds: by(
        (person) => [person.teachingStyle, person.pedagogy],
        (person) => [person.learningStyle, person.openness],
      ),
      rules: [],
      parts: ['teaching', 'pedagogy', 'openness'],
    },
  ];
}

interface Table {
  readonly kinds: Kinds;
  /** By kind of mentee. */
  rowFor(mentor: number): Int32Array;
}

function tableOf(pairing: PairingCase, { kinds, rules, parts }: Comparison): Table {
  const { someMentor, someMentee } = kinds;
  const bits = rules.map((code) => [code, ruleBit(code)] as const);
  const kept = new Map<number, Int32Array>();
  const keepsAll = someMentor.length * someMentee.length <= keptEntries;
  return {
    kinds,
    rowFor: (mentor) => {
      const kind = kinds.mentors[mentor] as number;
      const known = kept.get(kind);
      if (known !== undefined) return known;
      const some = someMentor[kind] as number;
      const row = Int32Array.from(someMentee, (mentee) => {
        let cell = 0;
        for (const part of parts) cell += pointsOf(pairing, part, some, mentee);
        for (const [code, bit] of bits) if (breaks(pairing, code, some, mentee)) cell |= bit;
        return cell;
      });
      if (!keepsAll) kept.clear();
      kept.set(kind, row);
      return row;
    },
  };
}

/** Mentees that are of one kind in every comparison, in one class. */
function classesOf(
  kinds: readonly Kinds[],
  shown: readonly number[],
): { readonly classOf: Int32Array; readonly kindsOfClass: readonly Int32Array[] } {
  const classOf = new Int32Array(shown.length);
  const some: number[] = [];
  const numbers = new Map<string, number>();
  shown.forEach((mentee, place) => {
    const key = kinds.map((one) => one.mentees[mentee]).join(' ');
    let number = numbers.get(key);
    if (number === undefined) {
      number = some.push(mentee) - 1;
      numbers.set(key, number);
    }
    classOf[place] = number;
  });
  return {
    classOf,
    kindsOfClass: kinds.map((one) => Int32Array.from(some, (mentee) => one.mentees[mentee] as number)),
  };
}
