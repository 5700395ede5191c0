import type { Ports } from '../domain/ports';
import type { SurveyKeys } from '../domain/survey-ports';
import { CodedError } from '../kernel/coded-error';
import { readAll } from '../kernel/read-all';
import { knownPollKey } from './read-poll-key';

/** How many needs polls have a key, which is to say are open, and how many of those keys the wrapping secret does not open. One range read a programme. */
export async function checkPollKeys(
  ports: Ports<'tenants' | 'secrets'> & SurveyKeys,
): Promise<{ readonly keys: number; readonly closed: number }> {
  let keys = 0;
  let closed = 0;
  for await (const { key: programmeId } of readAll(ports.tenants, 'tenant', 'entry'))
    for await (const { key: poll } of readAll(ports.keys, programmeId, 'poll-key')) {
      keys++;
      try {
        await knownPollKey(ports, programmeId, poll);
      } catch (error) {
        if (!(error instanceof CodedError) || error.code !== 'poll-key-closed') throw error;
        closed++;
      }
    }
  return { keys, closed };
}
