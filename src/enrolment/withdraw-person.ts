import { ok, refused, type Result } from '../kernel/result';
import type { Actor, UseCaseContext, Ports, Saving } from '../domain/ports';
import { retryOnConflict, conflict, UnitOfWork } from '../domain/unit-of-work';
import { addDeparture } from './add-departure';
import { findRunningPairs } from './find-running-pairs';

type DepartureRefusal = 'not-found' | 'closed';

/** What would follow, for HR before they decide: pairs that would end. Of proposals nothing is told. */
export async function previewDeparture(
  ports: Ports<'programmes'>,
  programmeId: string,
  personId: string,
): Promise<Result<{ readonly pairs: number }, 'not-found'>> {
  const person = await ports.programmes.get(programmeId, 'participant', personId);
  if (person === undefined) return refused('not-found');
  return ok({ pairs: (await findRunningPairs(ports, programmeId, personId)).length });
}

/** HR says that somebody has left, or has to be taken out; who said so is kept. A repeat changes nothing. */
export async function withdrawPerson(
  ports: Ports<Saving>,
  programmeId: string,
  personId: string,
  actor: Actor,
  context: UseCaseContext,
): Promise<Result<undefined, DepartureRefusal>> {
  return retryOnConflict(async () => {
    const [programme, person] = await Promise.all([
      ports.programmes.get(programmeId, 'programme', 'programme'),
      ports.programmes.get(programmeId, 'participant', personId),
    ]);
    if (programme === undefined || person === undefined) return refused('not-found');
    if (programme.value.state === 'closed') return refused('closed');
    if (person.value.state === 'withdrawn') return ok(undefined);
    const unit = new UnitOfWork(ports, programmeId, context, actor.directoryId);
    await addDeparture(ports, unit, person, 'hr', context);
    unit.recordAudit('person-withdrawn', personId);
    return (await unit.commit()) ? ok(undefined) : conflict;
  });
}
