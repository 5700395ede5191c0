import { readAll } from '../kernel/read-all';
import type { ProgrammeState } from '../domain/programme';
import type { UseCaseContext, Ports, Saving } from '../domain/ports';
import { UnitOfWork } from '../domain/unit-of-work';
import { findWaitingReach } from './find-waiting-reach';

const awaited: ReadonlySet<ProgrammeState> = new Set(['setup', 'enrolling', 'running']);

/**
 * People came into a team: starts looking everybody up in each programme that may await them, unless it is about to be done there anyway,
 * so that a hundred arrivals are no hundred look-ups.
 */
export async function reachNewcomers(ports: Ports<Saving | 'tenants'>, context: UseCaseContext): Promise<void> {
  for await (const { value: programme } of readAll(ports.tenants, 'tenant', 'entry')) {
    if (!awaited.has(programme.state) || (await findWaitingReach(ports, programme.id)) !== undefined) continue;
    const unit = new UnitOfWork(ports, programme.id, context, 'system');
    unit.startJob('reach', context.now);
    await unit.commit();
  }
}
