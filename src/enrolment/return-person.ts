import { ok, refused, type Result } from '../kernel/result';
import type { Actor, UseCaseContext, Ports, Saving } from '../domain/ports';
import { retryOnConflict, conflict, UnitOfWork } from '../domain/unit-of-work';
import { addReturn } from './add-departure';

/** HR lets somebody come back who had left or was taken out; who did so is kept. A repeat changes nothing. */
export async function returnPerson(
  ports: Ports<Saving | 'holidayFrom'>,
  programmeId: string,
  personId: string,
  actor: Actor,
  context: UseCaseContext,
): Promise<Result<undefined, 'not-found' | 'closed'>> {
  return retryOnConflict(async () => {
    const [programme, person] = await Promise.all([
      ports.programmes.get(programmeId, 'programme', 'programme'),
      ports.programmes.get(programmeId, 'participant', personId),
    ]);
    if (programme === undefined || person === undefined) return refused('not-found');
    if (programme.value.state === 'closed') return refused('closed');
    if (person.value.state !== 'withdrawn') return ok(undefined);
    const unit = new UnitOfWork(ports, programmeId, context, actor.directoryId);
    await addReturn(ports, unit, person, programme.value.state, context);
    unit.recordAudit('person-returned', personId);
    return (await unit.commit()) ? ok(undefined) : conflict;
  });
}
