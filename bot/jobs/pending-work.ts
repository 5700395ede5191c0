import type { Instant } from '../../src/kernel/clock';
import { readAll } from '../../src/kernel/read-all';
import type { Ports } from '../../src/programme/ports';
import { programmeIds, upTo } from './programmes';
import { isOver } from './work-runner';

export interface PendingWork {
  /** Something can be done at this moment. */
  readonly now: boolean;
  /** The next moment of programme time at which something falls due or may be sent. */
  readonly next?: Instant;
}

/** What waits in all programmes: a few short ranges for each. */
export async function pendingWork(ports: Ports, now: Instant): Promise<PendingWork> {
  const all = await Promise.all((await programmeIds(ports)).map((id) => pendingIn(ports, id, now)));
  const next = all.flatMap((one) => one.next ?? []).sort()[0];
  return { now: all.some((one) => one.now), ...(next === undefined ? {} : { next }) };
}

async function pendingIn(ports: Ports, programmeId: string, now: Instant): Promise<PendingWork> {
  const [due, queued, follow, change, waitingJob] = await Promise.all([
    ports.programmes.range(programmeId, 'due', { limit: 1 }),
    ports.programmes.range(programmeId, 'queued', { limit: 1 }),
    ports.programmes.range(programmeId, 'follow', { limit: 1 }),
    ports.programmes.range(programmeId, 'change', { limit: 1 }),
    hasWaitingJob(ports, programmeId),
  ]);
  const moments = [due.rows[0]?.value.at, queued.rows[0]?.value.notBefore].filter((at) => at !== undefined);
  const waiting = moments.sort()[0];
  const next = waiting === undefined || waiting > now ? waiting : await firstAfter(ports, programmeId, now);
  const working = follow.rows.length > 0 || change.rows.length > 0 || waitingJob;
  return { now: working || moments.some((at) => at <= now), ...(next === undefined ? {} : { next }) };
}

/** Page by page to the first that waits: a programme may have more long work behind it than a page holds. */
async function hasWaitingJob(ports: Ports, programmeId: string): Promise<boolean> {
  for await (const { value } of readAll(ports.programmes, programmeId, 'job')) if (!isOver(value)) return true;
  return false;
}

async function firstAfter(ports: Ports, programmeId: string, now: Instant): Promise<Instant | undefined> {
  const [due, queued] = await Promise.all([
    ports.programmes.range(programmeId, 'due', { from: upTo(now), limit: 1 }),
    ports.programmes.range(programmeId, 'queued', { from: upTo(now), limit: 1 }),
  ]);
  return [due.rows[0]?.value.at, queued.rows[0]?.value.notBefore].filter((at) => at !== undefined).sort()[0];
}
