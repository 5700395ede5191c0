import { failureWords } from '../member/failure-words';
import { readNewest } from '../kernel/read-newest';
import type { Language } from '../language/languages';
import type { Ports } from '../domain/ports';
import type { JobDto } from './work-api-contract';
import { mayCancel, mayRetry, mostKeptJobs } from '../domain/job-rules';
import type { Job } from '../domain/job';

/** The newest jobs of a programme, newest first, at most `mostKeptJobs`. */
export async function listJobs(
  ports: Ports<'programmes'>,
  programmeId: string,
  language: Language,
): Promise<readonly JobDto[]> {
  const newest = await readNewest(ports.programmes, programmeId, 'job', mostKeptJobs);
  return newest
    .map(({ value }) => value)
    .toSorted((a, b) => b.createdAt.localeCompare(a.createdAt) || a.id.localeCompare(b.id))
    .map((job) => jobDto(job, language));
}

/** A job as HR reads it, its last failure in words. */
export function jobDto(job: Job, language: Language): JobDto {
  return {
    id: job.id,
    kind: job.kind,
    ref: job.ref,
    state: job.state,
    progress: job.progress,
    tries: job.tries,
    ...(job.reason === undefined ? {} : { reason: failureWords(job.reason, language) }),
    createdAt: job.createdAt,
    ...(job.finishedAt === undefined ? {} : { finishedAt: job.finishedAt }),
    canRetry: mayRetry(job),
    canCancel: mayCancel(job),
  };
}
