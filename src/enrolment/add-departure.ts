import type { Stored } from '../kernel/row-store';
import { forgetDiversityAnswers } from '../diversity/forget-answers';
import { invitePerson, isToBeInvited } from './invite-person';
import { recipientKey } from '../domain/message';
import type { Departure, Participant } from '../domain/participant';
import type { ProgrammeState } from '../domain/programme';
import type { UseCaseContext, Ports } from '../domain/ports';
import type { UnitOfWork } from '../domain/unit-of-work';
import { findRunningPairs } from './find-running-pairs';
import { comeBack, depart, stateOnReturn } from '../domain/departure-rules';

/**
 * Adds to a transaction that somebody takes no part any more; what they said of themselves for the mix of the programme is erased, that a message did not reach them is no longer told, their pairs and proposals
 * follow as due work. Returns them as they are then.
 */
export async function addDeparture(
  ports: Ports<'programmes'>,
  unit: UnitOfWork,
  stored: Stored<Participant>,
  by: Departure['by'],
  context: UseCaseContext,
): Promise<Participant> {
  const after = depart(stored.value, by, context.now);
  unit.replace('participant', stored, after).recordChange('withdrawn');
  await forgetDiversityAnswers(ports, unit, stored.key);
  const unreached = await ports.programmes.get(
    unit.programmeId,
    'unreached',
    recipientKey({ to: 'participant', id: stored.key }),
  );
  if (unreached !== undefined) unit.remove('unreached', unreached);
  scheduleDeparture(unit, after, context);
  return after;
}

/**
 * Adds to a transaction that HR lets somebody come back: into the pairs of whose end nobody has heard, or to be invited again, for which
 * the card goes out at once where enrolment is open and they can be reached.
 */
export async function addReturn(
  ports: Ports<'programmes' | 'holidayFrom'>,
  unit: UnitOfWork,
  stored: Stored<Participant>,
  programme: ProgrammeState | undefined,
  context: UseCaseContext,
): Promise<void> {
  const running = await findRunningPairs(ports, unit.programmeId, stored.key);
  const untold = running.length > 0 && running.every(({ ending }) => (ending?.value.told.length ?? 0) === 0);
  const after = comeBack(stored.value, stateOnReturn(stored.value.departure, untold));
  unit.recordChange('came-back');
  if (isToBeInvited(after, programme)) invitePerson(ports, unit, stored, after, context);
  else unit.replace('participant', stored, after);
  scheduleDeparture(unit, after, context);
}

/** The person's pairs and proposals follow, whether they have gone or are back. */
export function scheduleDeparture(unit: UnitOfWork, person: Participant, context: UseCaseContext): void {
  unit.schedule({ kind: 'departure', at: context.now, ref: person.id, occurrence: String(person.revision) });
}
