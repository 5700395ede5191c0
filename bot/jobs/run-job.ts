import { computeDraft } from '../../src/draft/compute-draft';
import { endRound } from '../../src/draft/end-round';
import { publishDraft } from '../../src/draft/publish-draft';
import { unreachable } from '../../src/kernel/result';
import { applyImport } from '../../src/people-file/apply-import';
import { reviewPairs } from '../../src/people-file/review-pairs';
import { inviteParticipants } from '../../src/enrolment/invite-participants';
import type { Occasion } from '../../src/domain/ports';
import { refreshReach } from '../../src/programme/refresh-reach';
import type { Job } from '../../src/domain/work';
import type { EngineDeps } from './engine-deps';

/** Does one piece of long work; each can be done again from the start without doing anything twice. */
export async function runJob(
  deps: EngineDeps,
  programmeId: string,
  job: Job,
  progress: (share: number) => Promise<void>,
): Promise<void> {
  const occasion: Occasion = { now: deps.programmeClock.now(), correlationId: job.correlationId };
  switch (job.kind) {
    case 'import':
      return applyImport(deps.ports, programmeId, job.ref, progress, occasion);
    case 'reach':
      await refreshReach(deps.ports, deps.directory, programmeId, occasion);
      await reviewPairs(deps.ports, programmeId, undefined, occasion);
      // Who became reachable while enrolment is open is invited; nobody is twice.
      return inviteWhileOpen(deps, programmeId, progress, occasion);
    case 'invite':
      return inviteParticipants(deps.ports, programmeId, progress, occasion);
    case 'draft':
      return computeDraft(deps.ports, deps.pairer, programmeId, job.ref, progress, occasion);
    case 'publish':
      return publishDraft(deps.ports, programmeId, job.ref, progress, occasion);
    case 'round-end':
      return endRound(deps.ports, programmeId, job.ref, progress, occasion);
    default:
      return unreachable(job.kind);
  }
}

async function inviteWhileOpen(
  deps: EngineDeps,
  programmeId: string,
  progress: (share: number) => Promise<void>,
  occasion: Occasion,
): Promise<void> {
  const programme = await deps.ports.programmes.get(programmeId, 'programme', 'programme');
  if (programme?.value.state === 'enrolling' || programme?.value.state === 'running')
    await inviteParticipants(deps.ports, programmeId, progress, occasion);
}
