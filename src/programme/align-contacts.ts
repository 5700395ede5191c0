import { readWhole } from '../kernel/read-all';
import type { Stored } from '../kernel/row-store';
import { contactsOf } from './contacts-of';
import { followMove } from '../member/follow-move';
import { keepLink } from './keep-link';
import { tellRemoved, welcomeMoved } from './welcome-administrator';
import type { Contact } from '../domain/programme';
import type { UseCaseContext, Ports, Saving } from '../domain/ports';
import { retryOnConflict, conflict, UnitOfWork } from '../domain/unit-of-work';

/** Contacts of one transaction: each is one write and at most four that follow. */
const contactsAtOnce = 19;

/**
 * Makes the contact rows what the plan says now, in steps that can be interrupted and done again; ends when nothing differs. A contact
 * keeps the link, reach and welcome found for the same address in the same role; messages that wait follow it into another zone. Returns the directory ids whose part changed.
 */
export async function alignContacts(
  ports: Ports<Saving | 'holidayFrom'>,
  programmeId: string,
  context: UseCaseContext,
): Promise<ReadonlySet<string>> {
  const touched = new Set<string>();
  for (;;) {
    const changed = await retryOnConflict(() => alignSome(ports, programmeId, context, touched));
    if (changed === 0) return touched;
  }
}

async function alignSome(
  ports: Ports<Saving | 'holidayFrom'>,
  programmeId: string,
  context: UseCaseContext,
  touched: Set<string>,
): Promise<number | typeof conflict> {
  const before = new Map<string, Stored<Contact>>();
  for await (const contact of readWhole(ports.programmes, programmeId, 'contact')) before.set(contact.key, contact);
  const programme = await ports.programmes.get(programmeId, 'programme', 'programme');
  if (programme === undefined) return 0;
  const wanted = contactsOf(programme.value.plan).map((contact) => keepLink(contact, [...before.values()]));
  const ids = new Set(wanted.map(({ id }) => id));
  const steps: readonly { readonly old?: Stored<Contact>; readonly contact?: Contact }[] = [
    ...[...before.values()].filter(({ key }) => !ids.has(key)).map((old) => ({ old })),
    ...wanted.flatMap((contact) => {
      const old = before.get(contact.id);
      if (old === undefined) return [{ contact }];
      return sameContact(old.value, contact) ? [] : [{ old, contact }];
    }),
  ];
  const unit = new UnitOfWork(ports, programmeId, context, 'system');
  for (const { old, contact: named } of steps.slice(0, contactsAtOnce)) {
    const contact = named && welcomeMoved(ports, unit, named, old?.value, context);
    if (old !== undefined) tellRemoved(ports, unit, old.value, wanted, context);
    const contactId = old?.key ?? contact?.id ?? '';
    if (old === undefined && contact !== undefined) unit.insert('contact', contactId, contact);
    else if (old !== undefined && contact !== undefined) {
      unit.replace('contact', old, contact);
      followMove(unit, { to: 'contact', id: old.key }, old.value, contact);
    } else if (old !== undefined) unit.remove('contact', old);
    const people = new Set([old?.value.directoryId, contact?.directoryId].filter((id) => id !== undefined));
    for (const directoryId of people) {
      unit.project({ type: 'membership', directoryId, contactId });
      touched.add(directoryId);
    }
  }
  if (steps.length > 0) unit.recordChange('contacts-aligned');
  return (await unit.commit()) ? steps.length : conflict;
}

function sameContact(a: Contact, b: Contact): boolean {
  const facts = (contact: Contact): string =>
    JSON.stringify([
      contact.role,
      contact.name,
      contact.email,
      contact.language,
      contact.timeZone,
      contact.menteeId,
      contact.directoryId,
      contact.linkedBy,
      contact.reach,
    ]);
  return facts(a) === facts(b);
}
