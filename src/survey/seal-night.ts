import type { DueWork } from '../domain/due-work';
import type { Ports, Saving, UseCaseContext } from '../domain/ports';
import type { SurveyAnswers } from '../domain/survey-ports';
import { UnitOfWork } from '../domain/unit-of-work';
import { readAll } from '../kernel/read-all';
import { fewestTold } from '../privacy/small-groups';
import type { Stored } from '../kernel/row-store';
import { publishResponses } from './publish-responses';
import { sealRound } from './seal-round';

/**
 * Seals what was answered since the last night in the rounds that are open, and tells how many answered at least; fewer answers than may be told wait for more, or for the end of
 * their round. Nights without a server in between are one.
 */
export async function sealNight(
  ports: Ports<Saving | 'secrets'> & SurveyAnswers,
  programmeId: string,
  due: Stored<DueWork>,
  context: UseCaseContext,
): Promise<boolean> {
  for await (const round of readAll(ports.programmes, programmeId, 'survey-round')) {
    if (round.value.state !== 'closed') await sealRound(ports, programmeId, round.key, fewestTold);
    if (!(await publishResponses(ports, programmeId, round.key, context))) return false;
  }
  return new UnitOfWork(ports, programmeId, context, 'system').remove('due', due).commit();
}
