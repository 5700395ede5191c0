import { ok, refused, type Result } from '../kernel/result';
import type { Actor, UseCaseContext, Ports, Saving } from '../domain/ports';
import { retryOnConflict, conflict, UnitOfWork } from '../domain/unit-of-work';
import { mayCancel } from '../domain/job-rules';

/** Stops long work for good; a draft that is not computed ends as failed, an import waits for its confirmation again. */
export async function cancelJob(
  ports: Ports<Saving>,
  programmeId: string,
  jobId: string,
  actor: Actor,
  context: UseCaseContext,
): Promise<Result<undefined, 'not-found' | 'not-cancellable'>> {
  return retryOnConflict(async () => {
    const job = await ports.programmes.get(programmeId, 'job', jobId);
    if (job === undefined) return refused('not-found');
    if (!mayCancel(job.value)) return refused('not-cancellable');
    const { heldUntil: _heldUntil, ...rest } = job.value;
    const unit = new UnitOfWork(ports, programmeId, context, actor.directoryId)
      .replace('job', job, { ...rest, state: 'cancelled', finishedAt: context.now })
      .recordChange('job-cancelled');
    if (job.value.kind === 'draft') await endDraft(ports, unit, job.value.ref);
    if (job.value.kind === 'import') await reopenImport(ports, unit, job.value.ref);
    return (await unit.commit()) ? ok(undefined) : conflict;
  });
}

async function endDraft(ports: Ports<'programmes'>, unit: UnitOfWork, draftId: string): Promise<void> {
  const draft = await ports.programmes.get(unit.programmeId, 'draft', draftId);
  if (draft?.value.state !== 'queued' && draft?.value.state !== 'computing') return;
  unit.replace('draft', draft, {
    ...draft.value,
    state: 'failed',
    reason: 'cancelled',
    revision: draft.value.revision + 1,
  });
}

async function reopenImport(ports: Ports<'programmes'>, unit: UnitOfWork, importId: string): Promise<void> {
  const head = await ports.programmes.get(unit.programmeId, 'import', importId);
  if (head?.value.state === 'confirmed') unit.replace('import', head, { ...head.value, state: 'previewed' });
}
