import type { DueWork } from '../domain/due-work';
import type { Ports, Saving, UseCaseContext } from '../domain/ports';
import { UnitOfWork } from '../domain/unit-of-work';
import type { Stored } from '../kernel/row-store';
import { planNight } from './plan-night';

/** Closes a round: no answer is taken any more. The night after seals what is left. */
export async function closeRound(
  ports: Ports<Saving>,
  programmeId: string,
  due: Stored<DueWork>,
  context: UseCaseContext,
): Promise<boolean> {
  const [round, programme] = await Promise.all([
    ports.programmes.get(programmeId, 'survey-round', due.value.ref),
    ports.programmes.get(programmeId, 'programme', 'programme'),
  ]);
  if (round !== undefined && programme !== undefined) await planNight(ports, programme.value, context.now);
  const unit = new UnitOfWork(ports, programmeId, context, 'system').remove('due', due);
  if (round !== undefined && round.value.state !== 'closed')
    unit
      .replace('survey-round', round, { ...round.value, state: 'closed', revision: round.value.revision + 1 })
      .recordChange('survey-closed');
  return unit.commit();
}
