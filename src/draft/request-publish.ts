import { ok, refused, type Result } from '../kernel/result';
import type { Actor, UseCaseContext, Ports, Saving } from '../domain/ports';
import { retryOnConflict, conflict, UnitOfWork } from '../domain/unit-of-work';

/**
 * HR's decision to send the proposals of a draft, or to let pairs go on while there is time; without it nothing is ever sent. Where nobody's manager is
 * known, HR says with `knowsManagersUnknown` that people may be paired with their own boss; who said so stays in the audit.
 */
export async function requestPublish(
  ports: Ports<Saving>,
  programmeId: string,
  draftId: string,
  actor: Actor,
  context: UseCaseContext,
  knowsManagersUnknown = false,
): Promise<
  Result<{ readonly jobId: string }, 'not-found' | 'draft-not-ready' | 'already-published' | 'managers-unknown'>
> {
  return retryOnConflict(async () => {
    const draft = await ports.programmes.get(programmeId, 'draft', draftId);
    if (draft === undefined) return refused('not-found');
    if (draft.value.state === 'publishing' || draft.value.state === 'published') return refused('already-published');
    const { renewal } = draft.value;
    const lapsed = renewal !== undefined && context.now >= renewal.until;
    if (draft.value.state !== 'ready' || lapsed) return refused('draft-not-ready');
    const isUnguarded = draft.value.managersUnknown === true;
    if (isUnguarded && !knowsManagersUnknown) return refused('managers-unknown');
    const unit = new UnitOfWork(ports, programmeId, context, actor.directoryId)
      .replace('draft', draft, { ...draft.value, state: 'publishing', revision: draft.value.revision + 1 })
      .recordChange('draft-publish-requested');
    if (isUnguarded) unit.recordAudit('published-without-managers', draftId);
    const job = unit.startJob('publish', draftId);
    return (await unit.commit()) ? ok({ jobId: job.id }) : conflict;
  });
}
