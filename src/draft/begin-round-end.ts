import type { Stored } from '../kernel/row-store';
import type { UseCaseContext, Ports, Saving } from '../domain/ports';
import { UnitOfWork } from '../domain/unit-of-work';
import type { DueWork } from '../domain/due-work';

/** Starts the long work of a reply date. Returns false when another change came first. */
export async function beginRoundEnd(
  ports: Ports<Saving>,
  programmeId: string,
  due: Stored<DueWork>,
  context: UseCaseContext,
): Promise<boolean> {
  const unit = new UnitOfWork(ports, programmeId, context, 'system').remove('due', due);
  unit.startJob('pairing-round-end', due.value.ref);
  return unit.commit();
}
