import type { Participant } from '../domain/participant';
import type { Ports } from '../domain/ports';
import { findMembership } from '../member/find-membership';

/**
 * Why an account may not be tied to a participant by hand.
 * - `linked-already`: the roster or the directory has tied them.
 * - `administrators-account`: it is an administrator's of the programme, or the own one of whoever asks or confirms for somebody else.
 * - `taken`: it is another participant's.
 * - `in-a-pair`: they were invited, so what they said belongs to the account they have.
 */
export type LinkProblem = 'linked-already' | 'administrators-account' | 'taken' | 'in-a-pair';

/**
 * Tested when a link is asked for and again when it is confirmed. What the programme has decided of the account and is still to follow comes
 * first; then one point read, in the partition of the account. A role of the whole
 * tenant stands in its holder's token only: whoever calls tests it where the account itself acts.
 */
export async function findLinkProblem(
  ports: Ports<'programmes' | 'people'>,
  programmeId: string,
  participant: Participant,
  directoryId: string,
): Promise<LinkProblem | undefined> {
  if (participant.directoryId !== undefined && participant.linkedBy !== 'by-hand') return 'linked-already';
  const membership = await findMembership(ports, programmeId, directoryId);
  if (membership?.contacts.some(({ role }) => role === 'administrator') === true) return 'administrators-account';
  if (membership?.participantId !== undefined && membership.participantId !== participant.id) return 'taken';
  return participant.state === 'imported' ? undefined : 'in-a-pair';
}
