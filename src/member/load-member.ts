import type { Stored } from '../kernel/row-store';
import { rolesIn, type ProgrammeRoles } from './roles';
import { contactReader, participantReader, strangerReader } from './reader';
import type { Reader } from '../domain/view';
import type { Participant } from '../domain/participant';
import type { Programme } from '../domain/programme';
import type { Actor, Ports } from '../domain/ports';

/** An actor inside a programme: what they may do and how they are spoken to. */
export interface Member {
  readonly programme: Stored<Programme>;
  readonly roles: ProgrammeRoles;
  readonly participant?: Stored<Participant>;
  readonly reader: Reader;
}

/** Point reads only. Undefined where the programme does not exist or the actor has no part in it: the two look the same. */
export async function loadMember(
  ports: Ports<'programmes' | 'people'>,
  actor: Actor,
  programmeId: string,
): Promise<Member | undefined> {
  const [programme, membership] = await Promise.all([
    ports.programmes.get(programmeId, 'programme', 'programme'),
    ports.people.get(actor.directoryId, 'membership', programmeId),
  ]);
  const roles = rolesIn(actor, membership?.value);
  if (programme === undefined) return undefined;
  const known =
    roles.administrator || roles.sponsor || roles.delegateOf.length > 0 || roles.participantId !== undefined;
  if (!known) return undefined;
  const participant =
    roles.participantId === undefined
      ? undefined
      : await ports.programmes.get(programmeId, 'participant', roles.participantId);
  if (participant !== undefined)
    return {
      programme,
      roles,
      participant,
      reader: await participantReader(ports, programme.value, participant.value),
    };
  const contactId = membership?.value.contacts[0]?.id;
  const contact = contactId === undefined ? undefined : await ports.programmes.get(programmeId, 'contact', contactId);
  const reader =
    contact === undefined
      ? await strangerReader(ports, actor.directoryId)
      : await contactReader(ports, programme.value, contact.value);
  return { programme, roles, reader };
}
