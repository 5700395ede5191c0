import type { Stored } from '../kernel/row-store';
import type { UseCaseContext, Ports, Saving } from '../domain/ports';
import { UnitOfWork } from '../domain/unit-of-work';
import type { DueWork } from '../domain/due-work';

/** A draft of pairs that HR has not published in its days cannot be any more, and says so. Returns false when another change came first. */
export async function expireRenewals(
  ports: Ports<Saving>,
  programmeId: string,
  due: Stored<DueWork>,
  context: UseCaseContext,
): Promise<boolean> {
  const unit = new UnitOfWork(ports, programmeId, context, 'system').remove('due', due);
  const draft = await ports.programmes.get(programmeId, 'draft', due.value.ref);
  if (draft?.value.state === 'ready')
    unit
      .replace('draft', draft, {
        ...draft.value,
        state: 'failed',
        reason: 'renewals-lapsed',
        revision: draft.value.revision + 1,
      })
      .recordChange('draft-failed');
  return unit.commit();
}
