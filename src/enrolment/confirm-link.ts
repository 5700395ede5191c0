import { ok, refused, type Result } from '../kernel/result';
import type { Actor, UseCaseContext, Ports, Saving } from '../domain/ports';
import { retryOnConflict, conflict, UnitOfWork } from '../domain/unit-of-work';
import { findLinkProblem, type LinkProblem } from './find-link-problem';
import { addLink } from './add-link';

/**
 * A second administrator says yes to a link that another asked for; now it holds. `directoryId` is the account they read, so that what
 * was asked anew meanwhile is not confirmed unread (`changed`). A repeat changes nothing.
 */
export async function confirmLink(
  ports: Ports<Saving | 'people'>,
  programmeId: string,
  participantId: string,
  directoryId: string,
  actor: Actor,
  context: UseCaseContext,
): Promise<Result<undefined, 'not-found' | 'changed' | 'own-ask' | LinkProblem>> {
  const id = directoryId.toLowerCase();
  return retryOnConflict(async () => {
    const [programme, participant] = await Promise.all([
      ports.programmes.get(programmeId, 'programme', 'programme'),
      ports.programmes.get(programmeId, 'participant', participantId),
    ]);
    if (programme === undefined || participant === undefined) return refused('not-found');
    const { linkAsked, directoryId: linked } = participant.value;
    if (linkAsked === undefined && linked === id) return ok(undefined);
    if (linkAsked?.directoryId !== id) return refused('changed');
    if (linkAsked.by === actor.directoryId) return refused('own-ask');
    if (id === actor.directoryId) return refused('administrators-account');
    const problem = await findLinkProblem(ports, programmeId, participant.value, id);
    if (problem !== undefined) return refused(problem);
    const unit = new UnitOfWork(ports, programmeId, context, actor.directoryId);
    await addLink(ports, unit, programme, participant, id);
    return (await unit.commit()) ? ok(undefined) : conflict;
  });
}
