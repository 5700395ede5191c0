import { withPrefix } from '../kernel/read-all';
import type { Stored } from '../kernel/row-store';
import type { Ports } from '../domain/ports';
import { statusKey, type ResponseStatus } from '../domain/survey';

const mostPairs = 50;

/** Whether and how one person was asked in a survey round; about one pair's session where the round is a pulse. One point read. */
export function findStatus(
  ports: Ports<'programmes'>,
  programmeId: string,
  surveyRound: string,
  participantId: string,
  pairId: string | undefined,
): Promise<Stored<ResponseStatus> | undefined> {
  return ports.programmes.get(programmeId, 'status', statusKey(surveyRound, participantId, pairId));
}

/** Everything one person was asked in a survey round, once for each of their pairs where it is a pulse. */
export async function findStatuses(
  ports: Ports<'programmes'>,
  programmeId: string,
  surveyRound: string,
  participantId: string,
): Promise<readonly ResponseStatus[]> {
  const key = statusKey(surveyRound, participantId);
  const [alone, ofPairs] = await Promise.all([
    ports.programmes.get(programmeId, 'status', key),
    ports.programmes.range(programmeId, 'status', { ...withPrefix(`${key}|`), limit: mostPairs }),
  ]);
  return [...(alone === undefined ? [] : [alone]), ...ofPairs.rows]
    .map((row) => row.value)
    .filter((status) => status.participantId === participantId);
}
