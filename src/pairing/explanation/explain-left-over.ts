import type { TextValues } from '../../language/define-texts';
import { byLanguage } from '../../language/languages';
import { pairingText } from '../text/pairing-text';
import type { PersonProfile } from '../../domain/participant';
import type { Bilingual } from '../../domain/programme-contract';
import {
  personalCodes,
  ruleCodes,
  type LeftOver,
  type LeftOverCode,
  type LeftOverReason,
  type PersonalCode,
  type RuleCode,
} from '../../domain/pairing';
import type { PairingCase } from '../scoring/prepare-pairing';
import { ruleBit } from '../scoring/tabulate-kinds';
import { firstRuleBit, weighRows } from '../scoring/weigh-rows';

/** The order in which reasons are told, the same for everybody: one by how many people they concern would tell numbers. */
const toldOrder: readonly LeftOverCode[] = [
  ...new Set(ruleCodes.flatMap((code) => (code === 'same-person' ? [] : [toldCode(code)]))),
  'none',
];

/**
 * Why each person who is not placed is in no pair, in words for HR without numbers. Nothing in them depends on who excludes whom:
 * where nothing but an exclusion is between two people, they read as two whom no rule keeps from a pair (`none`).
 */
export function explainLeftOver(pairing: PairingCase, placed: ReadonlySet<string>): readonly LeftOver[] {
  const { mentors, mentees, absent } = pairing;
  const codes = collectCodes(pairing, placed);
  const surplus = surplusOf(pairing);
  const words = new Map<string, LeftOverReason>();
  const inWords = (code: LeftOverCode, all = 'no'): LeftOverReason => {
    const known = words.get(`${code} ${all}`) ?? leftOverReason(code, { all });
    words.set(`${code} ${all}`, known);
    return known;
  };
  const reasonsFor = (person: PersonProfile): readonly LeftOverReason[] => {
    const absence = absent.get(person.id);
    if (absence !== undefined) return [inWords(absence)];
    if (person.capacity === 0) return [inWords('capacity')];
    const found = codes.get(person.id);
    if (found === undefined) return [inWords('nobody')];
    // What holds alone holds for everybody: whom somebody excludes is told as `none`, which is then there too.
    const all = found.size === 1 ? 'yes' : 'no';
    return [...surplus(person), ...toldOrder.filter((code) => found.has(code)).map((code) => inWords(code, all))];
  };
  const everybody = new Map([...mentors, ...mentees].map((person) => [person.id, person]));
  return [...everybody.values()]
    .filter((person) => !placed.has(person.id))
    .map((person) => ({ participantId: person.id, role: person.role, reasons: reasonsFor(person) }));
}

/**
 * Tells of people of a side of which there are more than places on the other one, so that some are left over whatever is chosen. The numbers are
 * those of everybody who takes part, and say nothing of who excludes whom.
 */
function surplusOf({ mentors, mentees, absent }: PairingCase): (person: PersonProfile) => readonly LeftOverReason[] {
  const open = (people: readonly PersonProfile[]): readonly PersonProfile[] =>
    people.filter((person) => !absent.has(person.id) && person.capacity > 0);
  const sides = { mentor: open(mentors), mentee: open(mentees) };
  const places = (people: readonly PersonProfile[]): number => people.reduce((sum, { capacity }) => sum + capacity, 0);
  const wordsOf = (side: 'mentor' | 'mentee', other: 'mentor' | 'mentee'): readonly LeftOverReason[] => {
    const values = { side, people: sides[side].length, places: places(sides[other]) };
    return values.places > 0 && values.people > values.places ? [leftOverReason('surplus', values)] : [];
  };
  const reasons = { mentor: wordsOf('mentor', 'mentee'), mentee: wordsOf('mentee', 'mentor') };
  return ({ role }) => (role === 'both' ? [...reasons.mentor, ...reasons.mentee] : reasons[role]);
}

/** What the person may be told: how things stand for them, and nothing about anybody else. */
export function personalCode(left: LeftOver): PersonalCode {
  const codes = new Set<LeftOverCode>(left.reasons.map(({ code }) => code));
  if (untold.some((code) => codes.has(code))) return 'none';
  return personalCodes.find((code) => code !== 'none' && codes.has(code as LeftOverCode)) ?? 'rules';
}

/** Told as `none`: what says of others that they are placed, away, or were asked, excluded or paired before. */
const untold: readonly LeftOverCode[] = ['none', 'set-apart', 'full', 'absent'];

/** The same in words: what the person can do. */
export function personalWords(code: PersonalCode): Bilingual {
  return byLanguage((language) => pairingText(language, `personal.${code}`));
}

/** What is between everybody who is not placed and the people of the other side: gathered as bits, as there are millions of edges. */
function collectCodes(
  pairing: PairingCase,
  placed: ReadonlySet<string>,
): ReadonlyMap<string, ReadonlySet<LeftOverCode>> {
  const { mentors, mentees } = pairing;
  const left = (people: readonly PersonProfile[]): readonly number[] =>
    people.flatMap((person, index) => (placed.has(person.id) ? [] : [index]));
  const met = { mentors: new Int32Array(mentors.length), mentees: new Int32Array(mentees.length) };
  const { ties } = pairing;
  const leftMentors = left(mentors);
  if (leftMentors.length > 0) {
    const rows = weighRows(pairing, { only: 'rules' });
    for (const mentor of leftMentors) {
      const told = toldBits(rows.weigh(mentor), (mentee) => ties.isToldApart(mentor, mentee));
      let bits = 0;
      for (let mentee = 0; mentee < told.length; mentee++) bits |= told[mentee] as number;
      met.mentors[mentor] = bits;
    }
  }
  const leftMentees = left(mentees);
  if (leftMentees.length > 0) {
    const rows = weighRows(pairing, { only: 'rules', columns: leftMentees });
    const bits = new Int32Array(leftMentees.length);
    for (const mentor of rows.order) {
      const told = toldBits(rows.weigh(mentor), (place) => ties.isToldApart(mentor, leftMentees[place] as number));
      for (let place = 0; place < told.length; place++) bits[place] = (bits[place] as number) | (told[place] as number);
    }
    leftMentees.forEach((mentee, place) => (met.mentees[mentee] = bits[place] as number));
  }
  const codes = new Map<string, Set<LeftOverCode>>();
  for (const [people, bits] of [
    [mentors, met.mentors],
    [mentees, met.mentees],
  ] as const)
    people.forEach(({ id }, index) => {
      if (bits[index] === 0) return;
      for (const code of codesOf(bits[index] as number)) codes.set(id, (codes.get(id) ?? new Set()).add(code));
    });
  return codes;
}

const setApart = ruleBit('set-apart');
/** What stands beside the bits of rules where no rule that is told keeps two people apart. */
const noRule = 1;

/** In place of every edge the bit of the rule that is told of it, or `noRule`. Without a branch on whether one forbids, which cannot be foretold. */
function toldBits(edges: Int32Array, isToldApart: (place: number) => boolean): Int32Array {
  for (let place = 0; place < edges.length; place++) {
    const first = firstRuleBit(edges[place] as number);
    edges[place] = first === setApart && !isToldApart(place) ? noRule : first | (((first | -first) >>> 31) ^ noRule);
  }
  return edges;
}

/** What bits of first rules are told as; that a person is not put together with themselves is not. */
function codesOf(bits: number): readonly LeftOverCode[] {
  return [
    ...ruleCodes.flatMap((code) => (code !== 'same-person' && (bits & ruleBit(code)) !== 0 ? [toldCode(code)] : [])),
    ...((bits & noRule) === 0 ? [] : (['none'] as const)),
  ];
}

/** How a rule about somebody of the other side is told to the person: not why others take no part, only that they do not. */
function toldCode(rule: Exclude<RuleCode, 'same-person'>): LeftOverCode {
  switch (rule) {
    case 'paused':
    case 'withdrawn':
    case 'not-enrolled':
      return 'absent';
    case 'capacity':
      return 'full';
    default:
      return rule;
  }
}

function leftOverReason(code: LeftOverCode, values?: TextValues): LeftOverReason {
  return { code, count: 0, ...byLanguage((language) => pairingText(language, `left-over.${code}`, values)) };
}
