import type { Instant } from '../../src/kernel/clock';
import { readNewest } from '../../src/kernel/read-newest';
import type { Ports } from '../../src/domain/ports';
import { firstDue } from './first-due';
import { programmeIds, upTo } from './programmes';
import { isOver } from './work-runner';

export interface PendingWork {
  /** Something can be done at this moment. */
  readonly now: boolean;
  /** The next moment of programme time at which something falls due or may be sent. */
  readonly next?: Instant;
}

/** What waits in all programmes: a few short ranges for each. */
export async function pendingWork(ports: Ports<'programmes' | 'tenants'>, now: Instant): Promise<PendingWork> {
  const all = await Promise.all((await programmeIds(ports)).map((id) => pendingIn(ports, id, now)));
  const next = all.flatMap((one) => one.next ?? []).sort()[0];
  return { now: all.some((one) => one.now), ...(next === undefined ? {} : { next }) };
}

async function pendingIn(ports: Ports<'programmes'>, programmeId: string, now: Instant): Promise<PendingWork> {
  const [due, queued, edit, projection, change, waitingJob] = await Promise.all([
    firstDue(ports, programmeId),
    ports.programmes.range(programmeId, 'queued', { limit: 1 }),
    ports.programmes.range(programmeId, 'card-edit', { limit: 1 }),
    ports.programmes.range(programmeId, 'projection', { limit: 1 }),
    ports.programmes.range(programmeId, 'change', { limit: 1 }),
    hasWaitingJob(ports, programmeId),
  ]);
  const moments = [due, queued.rows[0]?.value.notBefore, edit.rows[0]?.value.notBefore].filter(
    (at) => at !== undefined,
  );
  const waiting = moments.sort()[0];
  const next = waiting === undefined || waiting > now ? waiting : await firstAfter(ports, programmeId, now);
  const working = projection.rows.length > 0 || change.rows.length > 0 || waitingJob;
  return { now: working || moments.some((at) => at <= now), ...(next === undefined ? {} : { next }) };
}

/** What waits is among the newest; anything older is found by the sweep, which looks at all of it. */
async function hasWaitingJob(ports: Ports<'programmes'>, programmeId: string): Promise<boolean> {
  const newest = await readNewest(ports.programmes, programmeId, 'job', looked);
  return newest.some(({ value }) => !isOver(value));
}

const looked = 200;

async function firstAfter(ports: Ports<'programmes'>, programmeId: string, now: Instant): Promise<Instant | undefined> {
  const [due, queued, edit] = await Promise.all([
    firstDue(ports, programmeId, now),
    ports.programmes.range(programmeId, 'queued', { from: upTo(now), limit: 1 }),
    ports.programmes.range(programmeId, 'card-edit', { from: upTo(now), limit: 1 }),
  ]);
  return [due, queued.rows[0]?.value.notBefore, edit.rows[0]?.value.notBefore]
    .filter((at) => at !== undefined)
    .sort()[0];
}
