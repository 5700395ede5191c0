import { readAll } from '../kernel/read-all';
import type { UseCaseContext, Ports, Saving } from '../domain/ports';
import { retryOnConflict, conflict, UnitOfWork } from '../domain/unit-of-work';
import { welcomeAdministrator } from '../programme/welcome-administrator';
import { invitePerson, isToBeInvited } from './invite-person';
import type { ReachState } from '../domain/participant';

/**
 * Writes how a person is reached into each programme they have a part in; nothing where it is known already. Who becomes reachable
 * after enrolment opened is invited; an administrator hears what they can do.
 */
export async function setReach(
  ports: Ports<Saving | 'people' | 'holidayFrom'>,
  directoryId: string,
  reach: ReachState,
  context: UseCaseContext,
): Promise<void> {
  for await (const membership of readAll(ports.people, directoryId, 'membership')) {
    const { programmeId, participantId, contacts } = membership.value;
    await retryOnConflict(async () => {
      const unit = new UnitOfWork(ports, programmeId, context, 'system');
      let touched = false;
      const participant =
        participantId === undefined ? undefined : await ports.programmes.get(programmeId, 'participant', participantId);
      if (participant !== undefined && participant.value.reach !== reach) {
        const after = { ...participant.value, reach };
        const programme = await ports.programmes.get(programmeId, 'programme', 'programme');
        if (isToBeInvited(after, programme?.value.state)) invitePerson(ports, unit, participant, after, context);
        else unit.replace('participant', participant, after);
        touched = true;
      }
      for (const { id } of contacts) {
        const contact = await ports.programmes.get(programmeId, 'contact', id);
        if (contact !== undefined && contact.value.reach !== reach) {
          const after = welcomeAdministrator(ports, unit, { ...contact.value, reach }, context);
          unit.replace('contact', contact, after);
          touched = true;
        }
      }
      if (!touched) return true;
      return (await unit.recordChange(`reach-${reach}`).commit()) ? true : conflict;
    });
  }
}
