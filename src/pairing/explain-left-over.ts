import { translate } from '../i18n/translate';
import type { PersonProfile } from '../participant/model';
import type { Bilingual } from '../programme/contract';
import type { LeftOver, LeftOverCode, LeftOverReason, RuleCode } from './model';
import type { PairingCase } from './prepare-pairing';
import { allowedBelow, firstRule, weighRows } from './weigh-rows';

type Counts = Map<LeftOverCode, number>;

/**
 * Why each person who is not placed is in no pair, in words for HR: who would suit but is placed, then the rules by how many people they
 * concern. Pairs set apart come last and without a number, so that nothing about an exclusion can be told from them.
 */
export function explainLeftOver(pairing: PairingCase, placed: ReadonlySet<string>): readonly LeftOver[] {
  const { mentors, mentees, absent } = pairing;
  const counts = countRules(pairing, placed);
  const reasonsFor = (person: PersonProfile): readonly LeftOverReason[] => {
    const absence = absent.get(person.id);
    if (absence !== undefined) return [leftOverReason(absence, 0)];
    if (person.capacity === 0) return [leftOverReason('capacity', 0)];
    const found = counts.get(person.id);
    if (found === undefined || found.size === 0) return [leftOverReason('nobody', 0)];
    const rank = (code: LeftOverCode): number => (code === 'taken' ? 0 : code === 'set-apart' ? 2 : 1);
    return [...found]
      .sort((a, b) => rank(a[0]) - rank(b[0]) || b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
      .map(([code, people]) => leftOverReason(code, code === 'set-apart' ? 0 : people));
  };
  const everybody = new Map([...mentors, ...mentees].map((person) => [person.id, person]));
  return [...everybody.values()]
    .filter((person) => !placed.has(person.id))
    .map((person) => ({ participantId: person.id, role: person.role, reasons: reasonsFor(person) }));
}

/** What the person may be told: how things stand for them, and what they can do; nothing about anybody else. */
export function personalWords(left: LeftOver): Bilingual {
  const codes = new Set(left.reasons.map(({ code }) => code));
  const first = (
    ['paused', 'withdrawn', 'not-enrolled', 'capacity', 'nobody', 'taken', 'hours', 'language'] as const
  ).find((code) => codes.has(code) && (code !== 'capacity' || left.reasons.length === 1));
  const key = `pairing.personal.${first ?? 'rules'}`;
  return { fr: translate('fr', key), en: translate('en', key) };
}

/** People of the other side by what stands between, for everybody who is not placed. */
function countRules(pairing: PairingCase, placed: ReadonlySet<string>): ReadonlyMap<string, Counts> {
  const { mentors, mentees } = pairing;
  const counts = new Map<string, Counts>();
  const count = (person: PersonProfile, cell: number): void => {
    const rule = cell < allowedBelow ? 'taken' : firstRule(cell);
    if (rule === undefined || rule === 'same-person') return;
    const own = counts.get(person.id) ?? new Map<LeftOverCode, number>();
    counts.set(person.id, own);
    const code = isAbsence(rule) ? 'absent' : rule;
    own.set(code, (own.get(code) ?? 0) + 1);
  };
  const leftMentees = mentees.flatMap((person, index) => (placed.has(person.id) ? [] : [index]));
  const leftMentors = mentors.flatMap((person, index) => (placed.has(person.id) ? [] : [index]));
  if (leftMentors.length > 0) {
    const rows = weighRows(pairing);
    for (const mentor of leftMentors) {
      const person = mentors[mentor] as PersonProfile;
      for (const cell of rows.weigh(mentor)) count(person, cell);
    }
  }
  if (leftMentees.length > 0) {
    const rows = weighRows(pairing, leftMentees);
    for (const mentor of rows.order) {
      rows.weigh(mentor).forEach((cell, place) => {
        count(mentees[leftMentees[place] as number] as PersonProfile, cell);
      });
    }
  }
  return counts;
}

function isAbsence(code: RuleCode | 'taken'): boolean {
  return code === 'paused' || code === 'withdrawn' || code === 'not-enrolled';
}

function leftOverReason(code: LeftOverCode, count: number): LeftOverReason {
  const key = `pairing.left-over.${code}`;
  return { code, count, fr: translate('fr', key, { count }), en: translate('en', key, { count }) };
}
