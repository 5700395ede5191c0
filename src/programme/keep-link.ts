import type { Stored } from '../kernel/row-store';
import type { Contact } from '../domain/programme';

/** The contact with the link, reach, welcome and wish for the weekly list of the same address in the same role, wherever it stood in the old plan. */
export function keepLink(contact: Contact, before: readonly Stored<Contact>[]): Contact {
  const known = before
    .map((row) => row.value)
    .filter((old) => old.role === contact.role && sameAddress(old.email, contact.email));
  const old = known.find((candidate) => candidate.id === contact.id) ?? known[0];
  if (old === undefined) return contact;
  return {
    ...contact,
    reach: old.reach,
    ...(old.directoryId === undefined ? {} : { directoryId: old.directoryId }),
    ...(old.linkedBy === undefined ? {} : { linkedBy: old.linkedBy }),
    ...(old.welcomedAt === undefined ? {} : { welcomedAt: old.welcomedAt }),
    ...(old.weeklyToDoSince === undefined ? {} : { weeklyToDoSince: old.weeklyToDoSince }),
  };
}

/** Whether two addresses are one: case does not matter. */
export function sameAddress(a: string | undefined, b: string | undefined): boolean {
  return a?.toLowerCase() === b?.toLowerCase();
}
