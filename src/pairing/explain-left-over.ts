import { translate } from '../i18n/translate';
import type { PersonProfile } from '../participant/model';
import type { LeftOver, LeftOverCode, LeftOverReason } from './model';
import type { PairingCase } from './prepare-pairing';
import { forbiddenBy } from './rules';

/** Why a person is in no pair: who would suit but is placed, then the rules by how many people they concern. */
export function explainLeftOver(pairing: PairingCase, person: PersonProfile): LeftOver {
  const about = { participantId: person.id, role: person.role };
  if (person.capacity === 0) return { ...about, reasons: [leftOverReason('capacity', 0)] };
  const counts = new Map<LeftOverCode, number>();
  const count = (code: LeftOverCode): void => void counts.set(code, (counts.get(code) ?? 0) + 1);
  const weigh = (mentor: number, mentee: number, other: PersonProfile): void => {
    const rule = other.capacity === 0 ? 'capacity' : forbiddenBy(pairing, mentor, mentee);
    if (rule !== 'same-person') count(rule ?? 'taken');
  };
  const asMentor = pairing.mentors.indexOf(person);
  const asMentee = pairing.mentees.indexOf(person);
  if (asMentor >= 0) pairing.mentees.forEach((other, mentee) => weigh(asMentor, mentee, other));
  if (asMentee >= 0) pairing.mentors.forEach((other, mentor) => weigh(mentor, asMentee, other));
  if (counts.size === 0) return { ...about, reasons: [leftOverReason('nobody', 0)] };
  const first = ([code]: readonly [LeftOverCode, number]): number => (code === 'taken' ? 0 : 1);
  const ordered = [...counts].sort((a, b) => first(a) - first(b) || b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return { ...about, reasons: ordered.map(([code, people]) => leftOverReason(code, people)) };
}

function leftOverReason(code: LeftOverCode, count: number): LeftOverReason {
  const key = `pairing.left-over.${code}`;
  return { code, count, fr: translate('fr', key, { count }), en: translate('en', key, { count }) };
}
