import type { SurveyKeys } from '../domain/survey-ports';
import type { Stored } from '../kernel/row-store';
import type { UseCaseContext, Ports, Saving } from '../domain/ports';
import { UnitOfWork } from '../domain/unit-of-work';
import type { DueWork } from '../domain/due-work';

/** The days of retention are over: without its key no answer can be joined to a person any more; aggregates stay. */
export async function destroySurveyKey(
  ports: Ports<Saving> & SurveyKeys,
  programmeId: string,
  due: Stored<DueWork>,
  context: UseCaseContext,
): Promise<boolean> {
  const key = await ports.keys.get(programmeId, 'key', 'survey');
  if (key !== undefined) {
    const gone = await ports.keys.commit(programmeId, [{ op: 'delete', kind: 'key', key: 'survey', etag: key.etag }]);
    if (!gone.ok) return false;
  }
  return new UnitOfWork(ports, programmeId, context, 'system')
    .remove('due', due)
    .recordChange('survey-key-destroyed')
    .commit();
}
