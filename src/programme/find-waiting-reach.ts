import { readNewest } from '../kernel/read-newest';
import type { Job, JobState } from '../domain/job';
import type { Ports } from '../domain/ports';

/** Work in these states reads the rosters from the start when its turn comes; what runs may have read them already. */
const stillToRead: ReadonlySet<JobState> = new Set(['queued', 'failed']);

/** What waits behind so much newer work is looked up once more, which does no harm. */
const looked = 100;

/** The look-up of everybody that is about to be done in the programme anyway, if there is one. */
export async function findWaitingReach(ports: Ports<'programmes'>, programmeId: string): Promise<Job | undefined> {
  const newest = await readNewest(ports.programmes, programmeId, 'job', looked);
  return newest.map(({ value }) => value).find(({ kind, state }) => kind === 'reach' && stillToRead.has(state));
}
