import type { SurveyKeys } from '../domain/survey-ports';
import type { Instant } from '../kernel/clock';
import type { Ports } from '../domain/ports';
import { surveyKey } from './read-survey-key';

/**
 * HMAC of the person under the programme's survey key, which is made at the first answer and kept apart; hex. About one of their
 * pairs: followed by a second one, which tells two pairs of the person apart and names neither. Destroying the key makes every
 * pseudonym of the programme meaningless.
 */
export async function pseudonymOf(
  ports: Ports<'secrets'> & SurveyKeys,
  programmeId: string,
  participantId: string,
  pairId: string | undefined,
  now: Instant,
): Promise<string> {
  const secret = await surveyKey(ports, programmeId, now);
  const person = ports.secrets.hmac(secret, participantId);
  return pairId === undefined ? person : `${person}|${ports.secrets.hmac(secret, `${participantId}|${pairId}`)}`;
}

/** Partition of a round's answers. */
export function answerPartition(programmeId: string, roundId: string): string {
  return `${programmeId}|${roundId}`;
}
