import { ok, refused, type Result } from '../kernel/result';
import type { Actor, UseCaseContext, Ports, Saving } from '../domain/ports';
import { retryOnConflict, conflict, UnitOfWork } from '../domain/unit-of-work';

const directoryIdPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/u;

/** HR ties a row of the file to a directory id by hand; one directory id is one participant of a programme. */
export async function linkPerson(
  ports: Ports<Saving | 'people'>,
  programmeId: string,
  participantId: string,
  directoryId: string,
  actor: Actor,
  context: UseCaseContext,
): Promise<Result<undefined, 'not-found' | 'invalid-id' | 'taken' | 'in-a-pair'>> {
  const id = directoryId.toLowerCase();
  if (!directoryIdPattern.test(id)) return refused('invalid-id');
  return retryOnConflict(async () => {
    const participant = await ports.programmes.get(programmeId, 'participant', participantId);
    if (participant === undefined) return refused('not-found');
    if (participant.value.directoryId === id) return ok(undefined);
    const membership = await ports.people.get(id, 'membership', programmeId);
    if (membership?.value.participantId !== undefined && membership.value.participantId !== participantId)
      return refused('taken');
    if (participant.value.state !== 'imported') return refused('in-a-pair');
    const reference = await ports.people.get(id, 'reference', 'reference');
    const unit = new UnitOfWork(ports, programmeId, context, actor.directoryId)
      .replace('participant', participant, {
        ...participant.value,
        directoryId: id,
        linkedBy: 'by-hand',
        reach: reference === undefined ? 'app-missing' : 'reachable',
        revision: participant.value.revision + 1,
      })
      .project({ type: 'membership', directoryId: id, participantId })
      .recordChange('linked-by-hand');
    if (participant.value.directoryId !== undefined) {
      unit.project({ type: 'membership', directoryId: participant.value.directoryId, participantId });
    }
    return (await unit.commit()) ? ok(undefined) : conflict;
  });
}
