import type { BackgroundDeps } from '../../../bot/jobs/background-deps';
import { pendingWork } from '../../../bot/jobs/pending-work';
import { sweepJobs } from '../../../bot/jobs/sweep-jobs';
import { latestDraftId } from '../../../src/draft/read-draft';
import { plusMilliseconds } from '../../../src/kernel/clock';
import { newestFirst } from '../../../src/kernel/read-newest';
import type { DraftHead } from '../../../src/domain/draft';
import { UnitOfWork } from '../../../src/domain/unit-of-work';
import { listJobs } from '../../../src/hr-page/list-jobs';
import type { Job } from '../../../src/domain/job';
import { mostKeptJobs } from '../../../src/domain/job-rules';
import { CallCount } from '../../helpers/call-count';
import { memoryPorts, type MemoryPorts } from '../../helpers/memory-ports';

const now = '2026-11-23T09:00:00.000Z';
const count = 1_100;
const idOf = (index: number): string => newestFirst(`ia-${String(index).padStart(6, '0')}`);
const newest = idOf(count - 1);

/** A programme with more long work behind it than a page holds; only the newest still waits. */
async function longLived(): Promise<MemoryPorts> {
  const ports = memoryPorts();
  for (let index = 0; index < count; index++) {
    const id = idOf(index);
    const job: Job = {
      id,
      kind: 'draft',
      ref: id,
      state: id === newest ? 'queued' : 'done',
      progress: 0,
      tries: 0,
      createdAt: plusMilliseconds(now, index),
      correlationId: 'c',
    };
    await ports.programmes.commit('passages', [
      { op: 'insert', kind: 'job', key: id, value: job },
      { op: 'insert', kind: 'draft', key: id, value: { id } as DraftHead },
    ]);
  }
  const entry = { id: 'passages', name: { fr: 'P', en: 'P' }, state: 'running' as const };
  await ports.tenants.commit('tenant', [{ op: 'insert', kind: 'entry', key: 'passages', value: entry }]);
  return ports;
}

describe('After more than a thousand pieces of long work', () => {
  let ports: MemoryPorts;
  beforeAll(async () => {
    ports = await longLived();
  });

  it('the newest are listed, newest first', async () => {
    const jobs = await listJobs(ports, 'passages', 'en');
    expect([jobs.length, jobs[0]?.id, jobs.at(-1)?.id]).toEqual([200, newest, idOf(count - 200)]);
  });

  it('the newest draft is the latest', async () => {
    expect(await latestDraftId(ports, 'passages')).toBe(newest);
  });

  it('the newest that waits is noticed again', async () => {
    const deps = { ports, realClock: { now: () => now }, pace: { claimSeconds: 90 } } as unknown as BackgroundDeps;
    await sweepJobs(deps, (await sweepJobs(deps, new Set())).waiting);
    expect(ports.notices).toEqual([{ programmeId: 'passages', jobId: newest }]);
  });

  it('a sweep reads no more than what is listed, once the first has removed what came to its end before', async () => {
    const grown = await longLived();
    const givenUp = { id: 'a-dead', kind: 'import', ref: 'i', state: 'dead', progress: 0, tries: 5 } as const;
    await grown.programmes.commit('passages', [
      { op: 'insert', kind: 'job', key: 'a-dead', value: { ...givenUp, createdAt: now, correlationId: 'c' } },
    ]);
    const listed = (await listJobs(grown, 'passages', 'en')).map(({ id }) => id);
    const deps = { realClock: { now: () => now }, pace: { claimSeconds: 90 } } as unknown as BackgroundDeps;
    await sweepJobs({ ...deps, ports: grown }, new Set());
    const count = new CallCount();
    await sweepJobs({ ...deps, ports: { ...grown, programmes: count.over(grown.programmes) } }, new Set());
    // The newest of those that are over, the one that waits and the one that HR may start again.
    expect([count.reads, count.rows]).toEqual([1, mostKeptJobs + 2]);
    expect((await listJobs(grown, 'passages', 'en')).map(({ id }) => id)).toEqual(listed);
    expect(await grown.programmes.get('passages', 'job', 'a-dead')).toBeDefined();
  });

  it('the newest that waits counts as pending, and nothing does once it is over', async () => {
    expect(await pendingWork(ports, now)).toEqual({ now: true });
    const stored = await ports.programmes.get('passages', 'job', newest);
    if (stored === undefined) throw new Error('no job');
    await ports.programmes.commit('passages', [
      { op: 'replace', kind: 'job', key: newest, etag: stored.etag, value: { ...stored.value, state: 'done' } },
    ]);
    expect(await pendingWork(ports, now)).toEqual({ now: false });
  });
});

describe('Long work that is started', () => {
  it('comes before all that was, and its list costs one short range', async () => {
    const ports = await longLived();
    for (let index = 0; index < 201; index++) {
      const unit = new UnitOfWork(
        ports,
        'passages',
        { now: plusMilliseconds(now, 5_000 + index), correlationId: 'c' },
        'hr',
      );
      unit.startJob('reach', `started-${String(index)}`);
      await unit.commit();
    }
    const ranges: unknown[] = [];
    const range: typeof ports.programmes.range = (partition, kind, query) => {
      ranges.push([kind, query.limit]);
      return ports.programmes.range(partition, kind, query);
    };
    const jobs = await listJobs({ ...ports, programmes: { ...ports.programmes, range } }, 'passages', 'en');
    expect([jobs.length, jobs[0]?.ref, jobs.at(-1)?.ref]).toEqual([200, 'started-200', 'started-1']);
    expect(ranges).toEqual([['job', 200]]);
  });
});
