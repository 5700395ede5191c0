import { doneSchema } from '../../src/hr-page/programme-api-contract';
import { jobListSchema, jobSchema } from '../../src/hr-page/work-api-contract';
import { cancelJob } from '../../src/delivery/cancel-job';
import { listJobs } from '../../src/hr-page/list-jobs';
import { readJob } from '../../src/hr-page/read-job';
import { retryJob } from '../../src/delivery/retry-job';
import type { ApiDeps } from './api-deps';
import { answered, endpoint, refuse, type Endpoint } from './endpoint';

/** Long work of a programme: progress, retry, cancel. */
export function jobRoutes({ ports }: ApiDeps): readonly Endpoint[] {
  return [
    endpoint({
      name: 'jobs-list',
      summary: 'The newest long work, newest first.',
      answer: jobListSchema,
      handle: async ({ params, language }) => answered({ jobs: await listJobs(ports, params['id'] ?? '', language) }),
    }),
    endpoint({
      name: 'job-read',
      summary: 'One piece of long work with its progress.',
      answer: jobSchema,
      handle: async ({ params, language }) => {
        const job = await readJob(ports, params['id'] ?? '', params['jobId'] ?? '', language);
        return job.ok ? answered(job.value) : refuse(job.reason);
      },
    }),
    endpoint({
      name: 'job-retry',
      summary: 'Starts given-up work again.',
      answer: doneSchema,
      handle: async ({ params, actor, context }) => {
        const retried = await retryJob(ports, params['id'] ?? '', params['jobId'] ?? '', actor, context);
        return retried.ok ? answered({ done: true }) : refuse(retried.reason);
      },
    }),
    endpoint({
      name: 'job-cancel',
      summary: 'Stops long work for good.',
      answer: doneSchema,
      handle: async ({ params, actor, context }) => {
        const cancelled = await cancelJob(ports, params['id'] ?? '', params['jobId'] ?? '', actor, context);
        return cancelled.ok ? answered({ done: true }) : refuse(cancelled.reason);
      },
    }),
  ];
}
