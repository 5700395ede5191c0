import { foldText } from '../participant/fold-text';
import type { PersonProfile } from '../participant/model';
import type { RuleCode } from './model';
import type { PairingCase } from './prepare-pairing';
import { scoreOf } from './score';

/** The first rule that forbids the pair, or undefined where it may be proposed. */
export function forbiddenBy(pairing: PairingCase, mentorIndex: number, menteeIndex: number): RuleCode | undefined {
  const mentor = pairing.mentors[mentorIndex] as PersonProfile;
  const mentee = pairing.mentees[menteeIndex] as PersonProfile;
  const { policy } = pairing;
  if (mentor.id === mentee.id) return 'same-person';
  const tie = pairing.tie(mentorIndex, menteeIndex);
  if (tie !== undefined) return tie;
  if (!policy.allowSameTeam && sameTeam(mentor, mentee)) return 'same-team';
  if (!policy.allowGuests && (mentor.guest || mentee.guest)) return 'guest';
  if (mentor.level !== undefined && mentee.level !== undefined && mentee.level - mentor.level < policy.minLevelsAbove)
    return 'level';
  if (pairing.language(mentorIndex, menteeIndex) === undefined) return 'language';
  if (pairing.minutes(mentorIndex, menteeIndex) < policy.minCommonHours * 60) return 'hours';
  if (policy.minScore > 0 && scoreOf(pairing, mentorIndex, menteeIndex) < policy.minScore) return 'floor';
  return undefined;
}

function sameTeam(one: PersonProfile, other: PersonProfile): boolean {
  if (one.team === undefined || other.team === undefined) return false;
  return foldText(`${one.department ?? ''} ${one.team}`) === foldText(`${other.department ?? ''} ${other.team}`);
}
