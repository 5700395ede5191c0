import { plusDays } from '../kernel/clock';
import type { Stored } from '../kernel/row-store';
import type { ProgrammeState } from '../domain/programme';
import type { UseCaseContext, Ports } from '../domain/ports';
import type { UnitOfWork } from '../domain/unit-of-work';
import { nextContactTimeFor } from '../calendar/next-contact-time';
import type { Participant } from '../domain/participant';

/** Days after the invitation at which whoever has not answered is asked once more. */
const daysUntilReminder = 7;

/** Whether the person is to be invited now: imported, reachable, and enrolment has opened. */
export function isToBeInvited(person: Participant, programme: ProgrammeState | undefined): boolean {
  const open = programme === 'enrolling' || programme === 'running';
  return open && person.state === 'imported' && person.reach === 'reachable';
}

/** Adds the invitation to the transaction: the person as `after` and invited, the card at their next contact time, and one reminder. */
export function invitePerson(
  ports: Ports<'holidayFrom'>,
  unit: UnitOfWork,
  stored: Stored<Participant>,
  after: Participant,
  context: UseCaseContext,
): void {
  unit
    .replace('participant', stored, {
      ...after,
      state: 'invited',
      invitedAt: context.now,
      revision: after.revision + 1,
    })
    .queueMessage({
      kind: 'invitation',
      recipient: { to: 'participant', id: stored.key },
      subject: {},
      notBefore: nextContactTimeFor(ports, after, context.now),
    })
    .schedule({
      kind: 'invitation-remind',
      at: plusDays(context.now, daysUntilReminder),
      ref: stored.key,
      occurrence: context.now,
    })
    .recordChange('invited');
}
