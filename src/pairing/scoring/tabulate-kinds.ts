import type { PersonProfile } from '../../domain/participant';
import { areHoursKnown, slotMinutes, slotsPerWeek, type WeekMasks } from './compare-hours';
import { crossKinds, groupKinds, type Kinds } from './group-kinds';
import { ruleCodes, type RuleCode, type ScorePartName } from '../../domain/pairing';
import type { PairingCase } from './prepare-pairing';
import { breaks } from './rules';
import { availabilityPoints, pointsOf } from './score';
import { tallyHours } from './tally-hours';

/** Bits of an edge below those of the rules; more than any score needs. */
export const pointBits = 15;
/** Tables of this many entries are kept for all kinds of mentors; larger ones for the last kind only. */
const keptEntries = 250_000;

/** The bit of an edge that says that a rule forbids the pair. */
export function ruleBit(code: RuleCode): number {
  return 1 << (pointBits + ruleCodes.indexOf(code));
}

/** What depends on kinds of people only: points, or the bits of rules that forbid, by kind of mentee. */
export interface KindTable {
  readonly kinds: Kinds;
  /** Valid until the next call. */
  rowFor(mentor: number): Int32Array;
}

/** A comparison that is the same for all people of the same kinds. */
interface Comparison {
  readonly kinds: Kinds;
  readonly rules: readonly RuleCode[];
  readonly parts: readonly ScorePartName[];
}

/**
 * All that kinds of people say of a pair, in few tables whose entries are added up: kinds that are few are crossed into one table.
 * Topics, teams, ties and the floor are in none. `rulesOnly`: without tables that hold points only.
 */
export function tabulateKinds(pairing: PairingCase, rulesOnly = false): readonly KindTable[] {
  const tables: KindTable[] = [];
  const compared = comparisonsOf(pairing).filter(({ rules }) => !rulesOnly || rules.length > 0);
  for (const next of [hoursTable(pairing), ...compared.map((comparison) => tableOf(pairing, comparison))]) {
    const last = tables.at(-1);
    const crossed = last && crossKinds(last.kinds, next.kinds);
    if (last !== undefined && crossed !== undefined && entriesOf(crossed) <= keptEntries)
      tables[tables.length - 1] = addTables(last, next, crossed);
    else tables.push(next);
  }
  return tables;
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
    { kinds: kinds.site, rules: [], parts: ['other-site'] },
    { kinds: kinds.country, rules: [], parts: ['other-country'] },
    { kinds: kinds.language, rules: ['language'], parts: ['language'] },
    {
      kinds: by((person) => [
        absent.get(person.id),
        person.capacity === 0,
        person.guest,
        person.partnerOrganisation !== undefined,
      ]),
      rules: ['paused', 'withdrawn', 'not-enrolled', 'capacity', 'guest', 'partner'],
      parts: [],
    },
    { kinds: by((person) => person.level), rules: ['level'], parts: [] },
    { kinds: kinds.function, rules: [], parts: ['other-function'] },
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

function tableOf(pairing: PairingCase, { kinds, rules, parts }: Comparison): KindTable {
  const { someMentor, someMentee } = kinds;
  const bits = rules.map((code) => [code, ruleBit(code)] as const);
  return tableBy(kinds, (kind, row) => {
    const some = someMentor[kind] as number;
    for (let one = 0; one < row.length; one++) {
      const mentee = someMentee[one] as number;
      let edge = 0;
      for (const part of parts) edge += pointsOf(pairing, part, some, mentee);
      for (const [code, bit] of bits) if (breaks(pairing, code, some, mentee)) edge |= bit;
      row[one] = edge;
    }
  });
}

function addTables(one: KindTable, other: KindTable, kinds: Kinds): KindTable {
  const ofOne = Int32Array.from(kinds.someMentee, (mentee) => one.kinds.mentees[mentee] as number);
  const ofOther = Int32Array.from(kinds.someMentee, (mentee) => other.kinds.mentees[mentee] as number);
  return tableBy(kinds, (kind, row) => {
    const mentor = kinds.someMentor[kind] as number;
    const [first, second] = [one.rowFor(mentor), other.rowFor(mentor)];
    for (let index = 0; index < row.length; index++)
      row[index] = (first[ofOne[index] as number] as number) + (second[ofOther[index] as number] as number);
  });
}

/** Weeks may be as many as people, so they are not compared two by two. */
function hoursTable({ kinds, weeks, policy, mentors, mentees }: PairingCase): KindTable {
  const commonSlots = tallyHours(weeks.mentees);
  const edgeOf = Int32Array.from({ length: slotsPerWeek + 1 }, (_, slots) => {
    const minutes = slots * slotMinutes;
    return minutes < policy.minCommonHours * 60
      ? ruleBit('hours')
      : availabilityPoints(policy.weights.availability, minutes);
  });
  const known = {
    mentors: kinds.hours.someMentor.map((mentor) => areHoursKnown(mentors[mentor] as PersonProfile)),
    mentees: kinds.hours.someMentee.map((mentee) => areHoursKnown(mentees[mentee] as PersonProfile)),
  };
  return tableBy(kinds.hours, (kind, row) => {
    const common = commonSlots(weeks.mentors[kind] as WeekMasks);
    const isKnown = known.mentors[kind] === true;
    for (let one = 0; one < row.length; one++)
      row[one] = isKnown && known.mentees[one] === true ? (edgeOf[common[one] as number] as number) : 0;
  });
}

/** A table whose rows are filled when they are first asked for. */
function tableBy(kinds: Kinds, fill: (kind: number, row: Int32Array) => void): KindTable {
  const width = kinds.someMentee.length;
  const kept = new Map<number, Int32Array>();
  const keepsAll = entriesOf(kinds) <= keptEntries;
  const single = new Int32Array(keepsAll ? 0 : width);
  return {
    kinds,
    rowFor: (mentor) => {
      const kind = kinds.mentors[mentor] as number;
      const known = kept.get(kind);
      if (known !== undefined) return known;
      const row = keepsAll ? new Int32Array(width) : single;
      fill(kind, row);
      if (!keepsAll) kept.clear();
      kept.set(kind, row);
      return row;
    },
  };
}

function entriesOf({ someMentor, someMentee }: Kinds): number {
  return someMentor.length * someMentee.length;
}
