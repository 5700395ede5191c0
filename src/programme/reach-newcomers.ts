import { readAll } from '../kernel/read-all';
import { readNewest } from '../kernel/read-newest';
import type { JobState } from '../domain/job';
import type { ProgrammeState } from '../domain/programme';
import type { UseCaseContext, Ports, Saving } from '../domain/ports';
import { UnitOfWork } from '../domain/unit-of-work';

const awaited: ReadonlySet<ProgrammeState> = new Set(['setup', 'enrolling', 'running']);

/** Work in these states reads the rosters from the start when its turn comes; what runs may have read them already. */
const stillToRead: ReadonlySet<JobState> = new Set(['queued', 'failed']);

/** What waits behind so much newer work is looked up once more, which does no harm. */
const looked = 100;

/**
 * People came into a team: starts looking everybody up in each programme that may await them, unless it is about to be done there anyway,
 * so that a hundred arrivals are no hundred look-ups.
 */
export async function reachNewcomers(ports: Ports<Saving | 'tenants'>, context: UseCaseContext): Promise<void> {
  for await (const { value: programme } of readAll(ports.tenants, 'tenant', 'entry')) {
    if (!awaited.has(programme.state) || (await isAboutToReach(ports, programme.id))) continue;
    const unit = new UnitOfWork(ports, programme.id, context, 'system');
    unit.startJob('reach', context.now);
    await unit.commit();
  }
}

async function isAboutToReach(ports: Ports<'programmes'>, programmeId: string): Promise<boolean> {
  const newest = await readNewest(ports.programmes, programmeId, 'job', looked);
  return newest.some(({ value: job }) => job.kind === 'reach' && stillToRead.has(job.state));
}
