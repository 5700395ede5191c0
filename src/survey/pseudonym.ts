import type { SurveyKeys } from '../domain/survey-ports';
import { CodedError } from '../kernel/coded-error';
import type { Instant } from '../kernel/clock';
import type { Ports } from '../domain/ports';

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
  const secret = await surveySecret(ports, programmeId, now);
  const person = ports.secrets.hmac(secret, participantId);
  return pairId === undefined ? person : `${person}|${ports.secrets.hmac(secret, `${participantId}|${pairId}`)}`;
}

async function surveySecret(ports: Ports<'secrets'> & SurveyKeys, programmeId: string, now: Instant): Promise<string> {
  const stored = await ports.keys.get(programmeId, 'key', 'survey');
  if (stored !== undefined) return stored.value.secret;
  await ports.keys.commit(programmeId, [
    { op: 'insert', kind: 'key', key: 'survey', value: { secret: ports.secrets.newKey(), createdAt: now } },
  ]);
  const made = await ports.keys.get(programmeId, 'key', 'survey');
  if (made === undefined)
    throw new CodedError('survey-key-missing', 'The survey key of the programme could not be kept');
  return made.value.secret;
}

/** Partition of a round's answers. */
export function answerPartition(programmeId: string, roundId: string): string {
  return `${programmeId}|${roundId}`;
}
