import type { Write } from '../kernel/row-store';
import type { Membership } from '../domain/programme';
import type { Ports } from '../domain/ports';
import type { PersonRows } from '../domain/rows';
import type { conflict } from '../domain/unit-of-work';
import type { Projection } from '../domain/projection';
import { commitPerson } from './commit-person';

/** Brings a person's membership up to date. Projections are applied in any order: each is derived from what the programme says now, not from what it said then. */
export async function projectMembership(
  ports: Ports<'programmes' | 'people'>,
  programmeId: string,
  projection: Extract<Projection, { type: 'membership' }>,
): Promise<true | typeof conflict> {
  const { directoryId, participantId, contactId } = projection;
  const stored = await ports.people.get(directoryId, 'membership', programmeId);
  const before: Membership = stored?.value ?? { programmeId, contacts: [] };
  const after: Membership = {
    programmeId,
    ...(participantId === undefined
      ? asParticipant(before.participantId)
      : await linkedParticipant(ports, before, directoryId, participantId)),
    contacts: contactId === undefined ? before.contacts : await linkedContacts(ports, before, directoryId, contactId),
  };
  const empty = after.participantId === undefined && after.contacts.length === 0;
  const writes: Write<PersonRows>[] = [];
  if (stored === undefined && !empty) writes.push({ op: 'insert', kind: 'membership', key: programmeId, value: after });
  if (stored !== undefined && empty)
    writes.push({ op: 'delete', kind: 'membership', key: programmeId, etag: stored.etag });
  if (stored !== undefined && !empty)
    writes.push({ op: 'replace', kind: 'membership', key: programmeId, value: after, etag: stored.etag });
  return commitPerson(ports, directoryId, writes);
}

async function linkedParticipant(
  ports: Ports<'programmes'>,
  before: Membership,
  directoryId: string,
  participantId: string,
): Promise<Pick<Membership, 'participantId'>> {
  const participant = await ports.programmes.get(before.programmeId, 'participant', participantId);
  if (participant?.value.directoryId === directoryId) return { participantId };
  return asParticipant(before.participantId === participantId ? undefined : before.participantId);
}

async function linkedContacts(
  ports: Ports<'programmes'>,
  before: Membership,
  directoryId: string,
  contactId: string,
): Promise<Membership['contacts']> {
  const others = before.contacts.filter((item) => item.id !== contactId);
  const contact = (await ports.programmes.get(before.programmeId, 'contact', contactId))?.value;
  if (contact?.directoryId !== directoryId) return others;
  return [
    ...others,
    { id: contactId, role: contact.role, ...(contact.menteeId === undefined ? {} : { menteeId: contact.menteeId }) },
  ];
}

function asParticipant(participantId: string | undefined): Pick<Membership, 'participantId'> {
  return participantId === undefined ? {} : { participantId };
}
