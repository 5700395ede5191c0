import { ok, refused, type Result } from '../kernel/result';
import type { Language } from '../language/languages';
import type { Ports } from '../domain/ports';
import type { JobDto } from './work-api-contract';
import { jobDto } from './list-jobs';

/** One piece of long work with its progress, as HR reads it. */
export async function readJob(
  ports: Ports<'programmes'>,
  programmeId: string,
  jobId: string,
  language: Language,
): Promise<Result<JobDto, 'not-found'>> {
  const job = await ports.programmes.get(programmeId, 'job', jobId);
  return job === undefined ? refused('not-found') : ok(jobDto(job.value, language));
}
