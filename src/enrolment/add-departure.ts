import type { Stored } from '../kernel/row-store';
import { forgetMix } from '../diversity/forget-mix';
import { invitePerson, isToBeInvited } from './invite-person';
import type { Departure, Participant } from '../domain/participant';
import type { ProgrammeState } from '../domain/programme';
import type { Occasion, Ports } from '../domain/ports';
import type { UnitOfWork } from '../domain/unit-of-work';
import { findRunningPairs } from './find-running-pairs';
import { comeBack, countersMoved, depart, stateOnReturn } from '../domain/departure-rules';

/**
 * Adds to a transaction that somebody takes no part any more; what they said of themselves for the mix is erased, their pairs and proposals
 * follow as due work. Returns them as they are then.
 */
export async function addDeparture(
  ports: Ports,
  unit: UnitOfWork,
  stored: Stored<Participant>,
  by: Departure['by'],
  occasion: Occasion,
): Promise<Participant> {
  const after = depart(stored.value, by, occasion.now);
  unit.replace('participant', stored, after).changed('withdrawn', { counts: countersMoved(stored.value, after) });
  await forgetMix(ports, unit, stored.key);
  followLater(unit, after, occasion);
  return after;
}

/**
 * Adds to a transaction that HR lets somebody come back: into the pairs of whose end nobody has heard, or to be invited again, for which
 * the card goes out at once where enrolment is open and they can be reached.
 */
export async function addReturn(
  ports: Ports,
  unit: UnitOfWork,
  stored: Stored<Participant>,
  programme: ProgrammeState | undefined,
  occasion: Occasion,
): Promise<void> {
  const running = await findRunningPairs(ports, unit.programmeId, stored.key);
  const untold = running.length > 0 && running.every(({ parting }) => (parting?.value.told.length ?? 0) === 0);
  const after = comeBack(stored.value, stateOnReturn(stored.value.departure, untold));
  unit.changed('came-back', { counts: countersMoved(stored.value, after) });
  if (isToBeInvited(after, programme)) invitePerson(ports, unit, stored, after, occasion);
  else unit.replace('participant', stored, after);
  followLater(unit, after, occasion);
}

/** The person's pairs and proposals follow, whether they have gone or are back. */
export function followLater(unit: UnitOfWork, person: Participant, occasion: Occasion): void {
  unit.dueAt({ kind: 'departure', at: occasion.now, ref: person.id, mark: String(person.revision) });
}
