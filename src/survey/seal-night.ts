import type { DueWork } from '../domain/due-work';
import type { Ports, Saving, UseCaseContext } from '../domain/ports';
import type { SurveyAnswers } from '../domain/survey-ports';
import { UnitOfWork } from '../domain/unit-of-work';
import { readAll } from '../kernel/read-all';
import type { Stored } from '../kernel/row-store';
import { sealRound } from './seal-round';

/** Answers, or people asked, that are sealed together at least; fewer wait for more, or for the end of their round. */
const leastSealed = 5;

/** Seals what was answered since the last night in the rounds that are open. Nights without a server in between are one. */
export async function sealNight(
  ports: Ports<Saving | 'secrets'> & SurveyAnswers,
  programmeId: string,
  due: Stored<DueWork>,
  context: UseCaseContext,
): Promise<boolean> {
  for await (const round of readAll(ports.programmes, programmeId, 'survey-round'))
    if (round.value.state !== 'closed') await sealRound(ports, programmeId, round.key, leastSealed);
  return new UnitOfWork(ports, programmeId, context, 'system').remove('due', due).commit();
}
