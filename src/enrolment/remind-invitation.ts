import type { Stored } from '../kernel/row-store';
import { nextContactTimeFor } from '../calendar/next-contact-time';
import type { DueWork } from '../domain/due-work';
import type { UseCaseContext, Ports, Saving } from '../domain/ports';
import { UnitOfWork } from '../domain/unit-of-work';

/** One kind reminder to somebody who has not answered their invitation; none to whoever has. */
export async function remindInvitation(
  ports: Ports<Saving | 'holidayFrom'>,
  programmeId: string,
  due: Stored<DueWork>,
  context: UseCaseContext,
): Promise<boolean> {
  const unit = new UnitOfWork(ports, programmeId, context, 'system').remove('due', due);
  const person = await ports.programmes.get(programmeId, 'participant', due.value.ref);
  // Whoever was let back in meanwhile has a newer invitation, with a reminder of its own.
  if (person?.value.state === 'invited' && person.value.invitedAt === due.value.occurrence)
    unit.queueMessage({
      kind: 'invitation-reminder',
      recipient: { to: 'participant', id: person.key },
      subject: {},
      notBefore: nextContactTimeFor(ports, person.value, context.now),
    });
  return unit.commit();
}
