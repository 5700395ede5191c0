import { withPrefix } from '../kernel/read-all';
import type { Ports } from '../domain/ports';
import type { SurveyAnswers } from '../domain/survey-ports';
import { answerPartition } from './pseudonym';
import { shuffleRows } from './shuffle-rows';

/**
 * Makes the store forget when anybody answered: the answers of a round and who has answered are written again, apart from each other and
 * each in an order of its own, where there are at least so many of them. Throws `too-busy`.
 */
export async function sealRound(
  ports: Ports<'programmes' | 'secrets'> & SurveyAnswers,
  programmeId: string,
  roundId: string,
  least: number,
): Promise<void> {
  const partition = answerPartition(programmeId, roundId);
  await shuffleRows(ports.secrets, { store: ports.answers, partition, kind: 'answer' }, least);
  const range = withPrefix(`${roundId}|`);
  await shuffleRows(ports.secrets, { store: ports.programmes, partition: programmeId, kind: 'status', range }, least);
}
