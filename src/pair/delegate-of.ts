import { withPrefix } from '../kernel/read-all';
import type { Contact } from '../domain/programme';
import type { Ports } from '../domain/ports';

/** The mentee's reachable assistant, if they named one; one bounded range (a plan names at most 60). */
export async function delegateOf(
  ports: Ports<'programmes'>,
  programmeId: string,
  menteeId: string,
): Promise<Contact | undefined> {
  const page = await ports.programmes.range(programmeId, 'contact', { ...withPrefix('delegate-'), limit: 100 });
  return page.rows
    .map((row) => row.value)
    .find((contact) => contact.menteeId === menteeId && contact.reach === 'reachable');
}
