import type { Stored } from '../kernel/row-store';
import type { Contact } from '../domain/programme';
import type { Ports } from '../domain/ports';

/** The administrator of the plan that somebody is, by point reads; undefined where they administer in another way, or not at all. */
export async function findOwnContact(
  ports: Ports<'programmes' | 'people'>,
  programmeId: string,
  directoryId: string,
): Promise<Stored<Contact> | undefined> {
  const membership = await ports.people.get(directoryId, 'membership', programmeId);
  const id = membership?.value.contacts.find(({ role }) => role === 'administrator')?.id;
  const contact = id === undefined ? undefined : await ports.programmes.get(programmeId, 'contact', id);
  return contact?.value.directoryId === directoryId ? contact : undefined;
}
