import { isTakenUntil, plusMilliseconds, type Instant } from '../kernel/clock';
import type { Stored } from '../kernel/row-store';
import type { Job, JobKind } from './job';

/** Whether somebody may start it again: it was given up, or waits after a failure. */
export function mayRetry(job: Pick<Job, 'state'>): boolean {
  return job.state === 'dead' || job.state === 'failed';
}

/** Whether it may be stopped for good: a draft at any time before its end, the rest only before they began. */
export function mayCancel(job: Pick<Job, 'state' | 'kind'>): boolean {
  if (job.kind === 'draft' || job.kind === 'reach')
    return job.state === 'queued' || job.state === 'running' || job.state === 'failed';
  return job.kind === 'import' && job.state === 'queued';
}

/** A job is given up after so many tries, until somebody starts it again or it is taken up again by itself. */
export const mostJobTries = 5;

/** People wait for what follows from these, and nobody else begins it: HR decided it, or a reply date came. */
const awaited: ReadonlySet<JobKind> = new Set(['publish', 'pairing-round-end']);
const restsMilliseconds = 3_600_000;

/**
 * The job with one more try where it was given up an hour ago or longer (`realNow`) and people wait for it, else undefined. One try an
 * hour: what went wrong may have been mended, and work that ends its server ends one an hour at most.
 */
export function takeUpAgain(job: Job, realNow: Instant): Job | undefined {
  const { deadAt, ...rest } = job;
  if (job.state !== 'dead' || !awaited.has(job.kind) || deadAt === undefined) return undefined;
  if (isTakenUntil(plusMilliseconds(deadAt, restsMilliseconds), realNow, restsMilliseconds)) return undefined;
  return { ...rest, state: 'queued', tries: mostJobTries - 1 };
}

/** Jobs that are listed, and of those that came to their end that are kept, at most. */
export const mostKeptJobs = 200;

/** Of jobs that came to their end, those before the newest `mostKeptJobs`: nobody is shown them any more. What was given up stays, since HR may start it again. */
export function spentJobs(jobs: readonly Stored<Job>[]): readonly Stored<Job>[] {
  return jobs
    .filter(({ value }) => value.state === 'done' || value.state === 'cancelled')
    .toSorted((one, other) => other.value.createdAt.localeCompare(one.value.createdAt))
    .slice(mostKeptJobs);
}
