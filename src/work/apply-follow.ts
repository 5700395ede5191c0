import { followFormer } from '../former/follow-former';
import { readAll } from '../kernel/read-all';
import { unreachable } from '../kernel/result';
import type { Stored, Write } from '../kernel/row-store';
import { alignMix } from '../mix/align-mix';
import { alignContacts } from '../programme/align-contacts';
import type { Membership } from '../programme/model';
import type { Occasion, Ports } from '../programme/ports';
import type { PersonRows } from '../programme/rows';
import { decide, lostRace } from '../programme/unit-of-work';
import type { Follow } from './model';

/** Carries one change of the programme into the partition where it must be known too, then removes the row. Repeatable. */
export async function applyFollow(
  ports: Ports,
  programmeId: string,
  follow: Stored<Follow>,
  occasion: Occasion,
): Promise<void> {
  const { value } = follow;
  switch (value.type) {
    case 'membership':
      await decide(() => followMembership(ports, programmeId, value));
      break;
    case 'booking':
      await decide(() => followBooking(ports, programmeId, value));
      break;
    case 'former':
      await followFormer(ports, programmeId, value.pairId);
      break;
    case 'programme-entry':
      await decide(() => followEntry(ports, programmeId));
      break;
    case 'contacts':
      await alignContacts(ports, programmeId, occasion);
      break;
    case 'mix':
      await alignMix(ports, programmeId, occasion);
      break;
    default:
      unreachable(value);
  }
  await ports.programmes.commit(programmeId, [{ op: 'delete', kind: 'follow', key: follow.key, etag: follow.etag }]);
}

/** Follows are applied in any order: each is derived from what the programme says now, not from what it said then. */
async function followMembership(
  ports: Ports,
  programmeId: string,
  follow: Extract<Follow, { type: 'membership' }>,
): Promise<true | typeof lostRace> {
  const { directoryId, participantId, contactId } = follow;
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
  ports: Ports,
  before: Membership,
  directoryId: string,
  participantId: string,
): Promise<Pick<Membership, 'participantId'>> {
  const participant = await ports.programmes.get(before.programmeId, 'participant', participantId);
  if (participant?.value.directoryId === directoryId) return { participantId };
  return asParticipant(before.participantId === participantId ? undefined : before.participantId);
}

async function linkedContacts(
  ports: Ports,
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

async function followBooking(
  ports: Ports,
  programmeId: string,
  follow: Extract<Follow, { type: 'booking' }>,
): Promise<true | typeof lostRace> {
  const [participant, session] = await Promise.all([
    ports.programmes.get(programmeId, 'participant', follow.participantId),
    ports.programmes.get(programmeId, 'session', follow.sessionKey),
  ]);
  const directoryId = participant?.value.directoryId;
  if (directoryId === undefined) return true;
  const booked = session?.value.booked;
  const key = booked === undefined ? undefined : `${booked.start}|${programmeId}|${follow.sessionKey}`;
  const writes: Write<PersonRows>[] = [];
  let there = false;
  for await (const row of readAll(ports.people, directoryId, 'booked')) {
    if (row.value.programmeId !== programmeId || row.value.sessionKey !== follow.sessionKey) continue;
    if (row.key === key) there = true;
    else writes.push({ op: 'delete', kind: 'booked', key: row.key, etag: row.etag });
  }
  if (key !== undefined && !there && booked !== undefined) {
    writes.push({
      op: 'insert',
      kind: 'booked',
      key,
      value: { start: booked.start, end: booked.end, programmeId, sessionKey: follow.sessionKey },
    });
  }
  return commitPerson(ports, directoryId, writes);
}

async function followEntry(ports: Ports, programmeId: string): Promise<true | typeof lostRace> {
  const programme = await ports.programmes.get(programmeId, 'programme', 'programme');
  if (programme === undefined) return true;
  const entry = await ports.tenants.get('tenant', 'entry', programmeId);
  const value = { id: programmeId, name: programme.value.plan.name, state: programme.value.state };
  const result = await ports.tenants.commit('tenant', [
    entry === undefined
      ? { op: 'insert', kind: 'entry', key: programmeId, value }
      : { op: 'replace', kind: 'entry', key: programmeId, value, etag: entry.etag },
  ]);
  return result.ok ? true : lostRace;
}

async function commitPerson(
  ports: Ports,
  directoryId: string,
  writes: readonly Write<PersonRows>[],
): Promise<true | typeof lostRace> {
  if (writes.length === 0) return true;
  return (await ports.people.commit(directoryId, writes)).ok ? true : lostRace;
}
