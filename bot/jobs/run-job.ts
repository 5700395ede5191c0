import { computeDraft } from '../../src/draft/compute-draft';
import { endRound } from '../../src/draft/end-round';
import { publishDraft } from '../../src/draft/publish-draft';
import { unreachable } from '../../src/kernel/result';
import { applyImport } from '../../src/people-file/apply-import';
import { reviewPairs } from '../../src/people-file/review-pairs';
import { inviteParticipants } from '../../src/enrolment/invite-participants';
import type { UseCaseContext } from '../../src/domain/ports';
import { refreshReach } from '../../src/programme/refresh-reach';
import type { Job } from '../../src/domain/job';
import type { BackgroundDeps } from './background-deps';

/** Does one piece of long work; each can be done again from the start without doing anything twice. */
export async function runJob(
  deps: BackgroundDeps,
  programmeId: string,
  job: Job,
  progress: (share: number) => Promise<void>,
): Promise<void> {
  const context: UseCaseContext = { now: deps.programmeClock.now(), correlationId: job.correlationId };
  switch (job.kind) {
    case 'import':
      return applyImport(deps.ports, programmeId, job.ref, progress, context);
    case 'reach':
      await refreshReach(deps.ports, deps.directory, programmeId, context);
      await reviewPairs(deps.ports, programmeId, undefined, context);
      // Who became reachable while enrolment is open is invited; nobody is twice.
      return inviteWhileOpen(deps, programmeId, progress, context);
    case 'invite':
      return inviteParticipants(deps.ports, programmeId, progress, context);
    case 'draft':
      return computeDraft(deps.ports, deps.pairer, programmeId, job.ref, progress, context);
    case 'publish':
      return publishDraft(deps.ports, programmeId, job.ref, progress, context);
    case 'pairing-round-end':
      return endRound(deps.ports, programmeId, job.ref, progress, context);
    default:
      return unreachable(job.kind);
  }
}

async function inviteWhileOpen(
  deps: BackgroundDeps,
  programmeId: string,
  progress: (share: number) => Promise<void>,
  context: UseCaseContext,
): Promise<void> {
  const programme = await deps.ports.programmes.get(programmeId, 'programme', 'programme');
  if (programme?.value.state === 'enrolling' || programme?.value.state === 'running')
    await inviteParticipants(deps.ports, programmeId, progress, context);
}
