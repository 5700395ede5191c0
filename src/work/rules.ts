import type { Job } from './model';

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
