import type { Ports } from '../domain/ports';
import type { Membership } from '../domain/programme';
import { followMemberships } from './follow-memberships';

/** The part that an account has in a programme, with what the programme has decided of it and is still to follow; undefined where it has none. */
export async function findMembership(
  ports: Ports<'programmes' | 'people'>,
  programmeId: string,
  directoryId: string,
): Promise<Membership | undefined> {
  await followMemberships(ports, programmeId, new Set([directoryId]));
  // A press keeps its point reads, and may have read this one before the programme's row: a range is always read anew.
  const { rows } = await ports.people.range(directoryId, 'membership', { from: programmeId, limit: 1 });
  return rows.find(({ key }) => key === programmeId)?.value;
}
