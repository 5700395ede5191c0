import type { PersonProfile } from '../../domain/participant';
import { ruleCodes, type RuleCode } from '../../domain/pairing';
import type { PairingCase } from './prepare-pairing';
import { scoreOf } from './score';

/** The first rule that forbids the pair, or undefined where it may be proposed. */
export function forbiddenBy(pairing: PairingCase, mentor: number, mentee: number): RuleCode | undefined {
  return ruleCodes.find((code) => breaks(pairing, code, mentor, mentee));
}

/** Whether a rule forbids the pair. */
export function breaks(pairing: PairingCase, code: RuleCode, mentorIndex: number, menteeIndex: number): boolean {
  const { policy, absent, ties } = pairing;
  const mentor = pairing.mentors[mentorIndex] as PersonProfile;
  const mentee = pairing.mentees[menteeIndex] as PersonProfile;
  switch (code) {
    case 'paused':
    case 'withdrawn':
    case 'not-enrolled':
      return absent.get(mentor.id) === code || absent.get(mentee.id) === code;
    case 'capacity':
      return mentor.capacity === 0 || mentee.capacity === 0;
    case 'same-person':
    case 'reporting-line':
    case 'same-manager':
    case 'appraisal':
    case 'set-apart':
      return ties.has(code, mentorIndex, menteeIndex);
    case 'same-team':
      return !policy.allowSameTeam && pairing.sameTeam(mentorIndex, menteeIndex);
    case 'guest':
      return !policy.allowGuests && (fromOutside(mentor) || fromOutside(mentee));
    case 'partner':
      return (
        mentee.partnerOrganisation !== undefined || (mentor.partnerOrganisation !== undefined && fromOutside(mentee))
      );
    case 'level':
      return (
        mentor.level !== undefined && mentee.level !== undefined && mentee.level - mentor.level < policy.minLevelsAbove
      );
    case 'language':
      return pairing.language(mentorIndex, menteeIndex) === undefined;
    case 'hours': {
      const needed = policy.minCommonHours * 60;
      if (!pairing.hoursKnown(mentorIndex, menteeIndex)) return false;
      return pairing.minutes(mentorIndex, menteeIndex, needed) < needed;
    }
    case 'floor':
      return policy.minScore > 0 && scoreOf(pairing, mentorIndex, menteeIndex) < policy.minScore;
  }
}

/** People of a partner are guests too, whether or not they are marked so. */
function fromOutside(person: PersonProfile): boolean {
  return person.guest || person.partnerOrganisation !== undefined;
}
