import type { DueWork } from '../domain/due-work';
import type { Ports, Saving, UseCaseContext } from '../domain/ports';
import type { SurveyAnswers, SurveyKeys } from '../domain/survey-ports';
import { UnitOfWork } from '../domain/unit-of-work';
import type { Stored } from '../kernel/row-store';
import { keepComments } from './keep-comments';
import { loadNames } from './load-names';

/**
 * The comments of a round whose figures are told, for HR. Work of its own: where a name cannot be read the comments wait, since it would not be masked, and the
 * figures do not. Throws `rows-unreadable`, and as `keepComments` does.
 */
export async function keepRoundComments(
  ports: Ports<Saving | 'secrets'> & SurveyAnswers & SurveyKeys,
  programmeId: string,
  due: Stored<DueWork>,
  context: UseCaseContext,
): Promise<boolean> {
  const round = await ports.programmes.get(programmeId, 'survey-round', due.value.ref);
  if (round !== undefined) await keepComments(ports, programmeId, round.value, await loadNames(ports, programmeId));
  return new UnitOfWork(ports, programmeId, context, 'system').remove('due', due).commit();
}
