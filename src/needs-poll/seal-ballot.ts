import type { PollReply } from '../domain/needs-poll';
import type { Ports } from '../domain/ports';
import type { SealedSheet } from '../domain/survey';
import { openFilled, sealFilled } from '../survey/seal-filled';

/** What one person says in a needs poll; of a blank ballot nothing. */
export interface Ballot {
  readonly learn: readonly string[];
  readonly teach: readonly string[];
  readonly takePart?: PollReply;
}

export const blankBallot: Ballot = { learn: [], teach: [] };

/** Room for every topic that a poll may offer, in both questions. */
const ballotBytes = 2 * 1024;

/** Partition of the ballots of one poll. */
export function ballotPartition(programmeId: string, poll: string): string {
  return `${programmeId}|needs-poll|${poll}`;
}

/** Row key of somebody's ballot: HMAC-SHA-256 of the person under the poll's key, hex. Once the key is destroyed nobody finds it. */
export function ballotPseudonym(
  { secrets }: Ports<'secrets'>,
  key: string,
  poll: string,
  participantId: string,
): string {
  return secrets.hmac(key, JSON.stringify(['ballot', poll, participantId]));
}

/** Seals a ballot for its place: another time it is another text, and every ballot has one length, blank ones too. Throws `sheet-too-large`. */
export function sealBallot(
  ports: Ports<'secrets'>,
  key: string,
  partition: string,
  pseudonym: string,
  ballot: Ballot,
): SealedSheet {
  return sealFilled(ports, key, placeOf(partition, pseudonym), JSON.stringify(ballot), ballotBytes);
}

/** What was sealed there. Throws `sheet-closed`. */
export function openBallot(
  ports: Ports<'secrets'>,
  key: string,
  partition: string,
  pseudonym: string,
  sealed: SealedSheet,
): Ballot {
  return JSON.parse(openFilled(ports, key, placeOf(partition, pseudonym), sealed)) as Ballot;
}

function placeOf(partition: string, pseudonym: string): string {
  return `ballot|${partition}|${pseudonym}`;
}
