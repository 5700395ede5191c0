import { ok, refused, type Result } from '../kernel/result';
import { cardAbout } from '../domain/card';
import type { Actor, UseCaseContext, Ports, Saving } from '../domain/ports';
import { retryOnConflict, conflict, UnitOfWork } from '../domain/unit-of-work';

/** A link that waits is taken back by who asked for it, or refused by another administrator. A repeat changes nothing. */
export async function withdrawLink(
  ports: Ports<Saving>,
  programmeId: string,
  participantId: string,
  actor: Actor,
  context: UseCaseContext,
): Promise<Result<undefined, 'not-found'>> {
  return retryOnConflict(async () => {
    const participant = await ports.programmes.get(programmeId, 'participant', participantId);
    if (participant === undefined) return refused('not-found');
    const { linkAsked, ...person } = participant.value;
    if (linkAsked === undefined) return ok(undefined);
    const unit = new UnitOfWork(ports, programmeId, context, actor.directoryId)
      .replace('participant', participant, { ...person, revision: person.revision + 1 })
      .editCards({ to: 'account', id: linkAsked.directoryId }, cardAbout.link(participantId))
      .recordAudit('link-withdrawn', participantId);
    return (await unit.commit()) ? ok(undefined) : conflict;
  });
}
