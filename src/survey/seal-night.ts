import type { DueWork } from '../domain/due-work';
import type { Ports, Saving, UseCaseContext } from '../domain/ports';
import type { SurveyAnswers, SurveyKeys } from '../domain/survey-ports';
import { UnitOfWork } from '../domain/unit-of-work';
import { readAll } from '../kernel/read-all';
import type { Stored } from '../kernel/row-store';
import { publishResponses } from './publish-responses';
import { knownSurveyKey } from './read-survey-key';
import { isOver, sealRound } from './seal-round';

/**
 * Seals what was answered since the last night, round by round, and tells how many answered at least; fewer answers than may be told wait for more, or for the end of
 * their round. Nights without a server in between are one. Without a key there is nothing to seal.
 */
export async function sealNight(
  ports: Ports<Saving | 'secrets'> & SurveyAnswers & SurveyKeys,
  programmeId: string,
  due: Stored<DueWork>,
  context: UseCaseContext,
): Promise<boolean> {
  const unit = new UnitOfWork(ports, programmeId, context, 'system');
  const key = await knownSurveyKey(ports, programmeId);
  if (key !== undefined)
    for await (const { value: round } of readAll(ports.programmes, programmeId, 'survey-round')) {
      if (!(await sealRound({ ports, programmeId, round, key }, context))) return false;
      if (!(await publishResponses(ports, programmeId, round.id, context))) return false;
      if (isOver(round, context) && (await awaitsFigures(ports, programmeId, round.id)))
        unit.schedule({ kind: 'figures', at: context.now, ref: round.id, occurrence: '' });
    }
  return unit.remove('due', due).commit();
}

/** Whether a round that is frozen now has no figures. Asked for twice, they are made once. */
async function awaitsFigures(ports: Ports<'programmes'>, programmeId: string, roundId: string): Promise<boolean> {
  return (await ports.programmes.get(programmeId, 'figures', roundId)) === undefined;
}
