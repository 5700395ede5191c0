import type { DueWork } from '../domain/due-work';
import type { UseCaseContext } from '../domain/ports';
import { UnitOfWork } from '../domain/unit-of-work';
import type { Stored } from '../kernel/row-store';
import type { AllPorts } from './all-ports';
import { dueWork } from './due-work';

/**
 * Does what has fallen due and removes its row in the same transaction. Done by two servers at once it happens once: the loser's
 * transaction conflicts and it leaves the row to the winner. Whether it was this one that did it.
 */
export async function runDue(
  ports: AllPorts,
  programmeId: string,
  due: Stored<DueWork>,
  context: UseCaseContext,
): Promise<boolean> {
  const { step, whenClosed } = dueWork[due.value.kind];
  if (whenClosed === 'dropped') {
    const programme = await ports.programmes.get(programmeId, 'programme', 'programme');
    if (programme === undefined || programme.value.state === 'closed') {
      return new UnitOfWork(ports, programmeId, context, 'system').remove('due', due).commit();
    }
  }
  return step(ports, programmeId, due, context);
}
