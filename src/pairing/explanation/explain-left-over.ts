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
import { firstRule, weighRows } from '../scoring/weigh-rows';

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
  const reasonsFor = (person: PersonProfile): readonly LeftOverReason[] => {
    const absence = absent.get(person.id);
    if (absence !== undefined) return [leftOverReason(absence)];
    if (person.capacity === 0) return [leftOverReason('capacity')];
    const found = codes.get(person.id);
    if (found === undefined) return [leftOverReason('nobody')];
    return toldOrder.filter((code) => found.has(code)).map(leftOverReason);
  };
  const everybody = new Map([...mentors, ...mentees].map((person) => [person.id, person]));
  return [...everybody.values()]
    .filter((person) => !placed.has(person.id))
    .map((person) => ({ participantId: person.id, role: person.role, reasons: reasonsFor(person) }));
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

/** What is between everybody who is not placed and the people of the other side. */
function collectCodes(
  pairing: PairingCase,
  placed: ReadonlySet<string>,
): ReadonlyMap<string, ReadonlySet<LeftOverCode>> {
  const { mentors, mentees } = pairing;
  const codes = new Map<string, Set<LeftOverCode>>();
  const collect = (person: PersonProfile, edge: number, mentor: number, mentee: number): void => {
    const rule = firstRule(edge);
    if (rule === 'same-person') return;
    const own = codes.get(person.id) ?? new Set<LeftOverCode>();
    codes.set(person.id, own);
    const isUntold = rule === undefined || (rule === 'set-apart' && !pairing.ties.isToldApart(mentor, mentee));
    own.add(isUntold ? 'none' : toldCode(rule));
  };
  const leftMentees = mentees.flatMap((person, index) => (placed.has(person.id) ? [] : [index]));
  const leftMentors = mentors.flatMap((person, index) => (placed.has(person.id) ? [] : [index]));
  if (leftMentors.length > 0) {
    const rows = weighRows(pairing);
    for (const mentor of leftMentors) {
      const person = mentors[mentor] as PersonProfile;
      rows.weigh(mentor).forEach((edge, mentee) => {
        collect(person, edge, mentor, mentee);
      });
    }
  }
  if (leftMentees.length > 0) {
    const rows = weighRows(pairing, leftMentees);
    for (const mentor of rows.order) {
      rows.weigh(mentor).forEach((edge, place) => {
        const mentee = leftMentees[place] as number;
        collect(mentees[mentee] as PersonProfile, edge, mentor, mentee);
      });
    }
  }
  return codes;
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

function leftOverReason(code: LeftOverCode): LeftOverReason {
  return { code, count: 0, ...byLanguage((language) => pairingText(language, `left-over.${code}`)) };
}
