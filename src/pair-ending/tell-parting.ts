import type { Stored } from '../kernel/row-store';
import type { Participant } from '../domain/participant';
import type { Occasion, Ports } from '../domain/ports';
import { UnitOfWork } from '../domain/unit-of-work';
import { decentHourFor } from '../calendar/next-contact-time';
import { loadPair } from '../pair/load-pair';
import type { DueWork } from '../domain/work';
import { separatePair } from './separate-pair';
import { dueSides, tell } from '../domain/pair-ending-rules';

/**
 * The hour has come at which one of the two hears, or both. Each hears once; with the second the pair ends and both look for another
 * partner unless they said otherwise. Nothing where the pair found its end before. Returns false when another change came first.
 */
export async function tellParting(
  ports: Ports,
  programmeId: string,
  due: Stored<DueWork>,
  occasion: Occasion,
): Promise<boolean> {
  const unit = new UnitOfWork(ports, programmeId, occasion, 'system').remove('due', due);
  const [people, parting] = await Promise.all([
    loadPair(ports, programmeId, due.value.ref),
    ports.programmes.get(programmeId, 'parting', due.value.ref),
  ]);
  if (parting === undefined || people?.pair.value.state !== 'active') return unit.commit();
  const sides = dueSides(parting.value, occasion.now);
  if (sides.length === 0) return unit.commit();
  const after = tell(parting.value, sides, occasion.now);
  unit.replace('parting', parting, after);
  for (const side of sides) {
    unit.say({
      kind: 'parted',
      recipient: { to: 'participant', id: people[side].key },
      subject: { pairId: people.pair.key },
      notBefore: decentHourFor(ports, people[side].value, occasion.now),
    });
  }
  if (after.endedAt !== undefined) {
    await separatePair(ports, unit, people, occasion);
    for (const person of [people.mentor, people.mentee]) lookAgain(unit, person, occasion.now);
  }
  return unit.commit();
}

/** The person waits for a new partner, unless they said before that it is enough. */
function lookAgain(unit: UnitOfWork, person: Stored<Participant>, now: string): void {
  const { value } = person;
  if (value.state !== 'enrolled' || value.rematch !== undefined) return;
  unit
    .replace('participant', person, {
      ...value,
      rematch: { wish: 'another', since: now },
      revision: value.revision + 1,
    })
    .changed('looking-again', { counts: { 'participants.looking-again': 1 } });
}
