import { ok, refused, type Result } from '../kernel/result';
import type { Actor, Occasion, Ports } from '../domain/ports';
import { decide, lostRace, UnitOfWork } from '../domain/unit-of-work';
import { addReturn } from './add-departure';

/** HR lets somebody come back who had left or was taken out; who did so is kept. A repeat changes nothing. */
export async function returnPerson(
  ports: Ports,
  programmeId: string,
  personId: string,
  actor: Actor,
  occasion: Occasion,
): Promise<Result<undefined, 'not-found' | 'closed'>> {
  return decide(async () => {
    const [programme, person] = await Promise.all([
      ports.programmes.get(programmeId, 'programme', 'programme'),
      ports.programmes.get(programmeId, 'participant', personId),
    ]);
    if (programme === undefined || person === undefined) return refused('not-found');
    if (programme.value.state === 'closed') return refused('closed');
    if (person.value.state !== 'withdrawn') return ok(undefined);
    const unit = new UnitOfWork(ports, programmeId, occasion, actor.directoryId);
    await addReturn(ports, unit, person, programme.value.state, occasion);
    unit.record('person-returned', personId);
    return (await unit.commit()) ? ok(undefined) : lostRace;
  });
}
