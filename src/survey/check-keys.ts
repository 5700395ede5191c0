import type { Ports } from '../domain/ports';
import type { SurveyKeys } from '../domain/survey-ports';
import { CodedError } from '../kernel/coded-error';
import { readAll } from '../kernel/read-all';
import { knownSurveyKey } from './read-survey-key';

/** How many programmes have a survey key, and how many of those keys the wrapping secret does not open. One point read a programme. */
export async function checkKeys(
  ports: Ports<'tenants' | 'secrets'> & SurveyKeys,
): Promise<{ readonly keys: number; readonly closed: number }> {
  let keys = 0;
  let closed = 0;
  for await (const { key: programmeId } of readAll(ports.tenants, 'tenant', 'entry')) {
    try {
      if ((await knownSurveyKey(ports, programmeId)) !== undefined) keys++;
    } catch (error) {
      if (!(error instanceof CodedError) || error.code !== 'survey-key-closed') throw error;
      keys++;
      closed++;
    }
  }
  return { keys, closed };
}
