import type { Instant } from '../kernel/clock';
import { shownName } from '../member/reader';
import type { CultureProfile } from '../domain/programme-contract';
import { listHourSteps } from './list-hour-steps';
import { listRenewalSteps } from './list-renewal-steps';
import { listSessionSteps } from './list-session-steps';
import { pairStateFor, type OwnPair } from './load-own-pairs';
import type { AssistantStepDto, StepOf } from './step-contract';

/** What one side of a pair can do in it now; nothing once they have heard that it is over before its months are. */
export function listPairSteps(
  programmeId: string,
  it: OwnPair,
  culture: CultureProfile,
  now: Instant,
): readonly StepOf<'slots' | 'move' | 'met' | 'renewal'>[] {
  if (pairStateFor(it) === 'ended') return [];
  const partner = it.side === 'mentor' ? it.mentee.value : it.mentor.value;
  const reader = {
    programmeId,
    side: it.side,
    partnerName: shownName(partner.profile.name, culture),
    partnerTimeZone: partner.profile.timeZone,
  };
  return [
    ...listRenewalSteps(it, reader, now),
    ...it.sessions.flatMap((session) => listSessionSteps(session, reader, now)),
  ];
}

/** What an assistant can do in a pair of the person they assist. */
export function listAssistantSteps(programmeId: string, it: OwnPair, now: Instant): readonly AssistantStepDto[] {
  if (pairStateFor(it) === 'ended') return [];
  return it.sessions.flatMap((session) => listHourSteps(session, { programmeId, side: it.side }, {}, now));
}
