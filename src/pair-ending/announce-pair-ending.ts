import type { Stored } from '../kernel/row-store';
import type { UseCaseContext, Ports, Saving } from '../domain/ports';
import { UnitOfWork } from '../domain/unit-of-work';
import { nextContactTimeFor } from '../calendar/next-contact-time';
import { editCardsAhead } from '../session/edit-session-cards';
import { loadPair } from '../pair/load-pair';
import type { DueWork } from '../domain/due-work';
import { separatePair } from './separate-pair';
import { dueSides, tell } from '../domain/pair-ending-rules';

/**
 * The hour has come at which one of the two hears, or both. Each hears once; with the second the pair ends and both look for another
 * partner unless they said otherwise. Nothing where the pair found its end before. Returns false when another change came first.
 */
export async function announcePairEnding(
  ports: Ports<Saving | 'holidayFrom'>,
  programmeId: string,
  due: Stored<DueWork>,
  context: UseCaseContext,
): Promise<boolean> {
  const unit = new UnitOfWork(ports, programmeId, context, 'system').remove('due', due);
  const [people, ending] = await Promise.all([
    loadPair(ports, programmeId, due.value.ref),
    ports.programmes.get(programmeId, 'pair-ending', due.value.ref),
  ]);
  if (ending === undefined || people?.pair.value.state !== 'active') return unit.commit();
  const sides = dueSides(ending.value, context.now);
  if (sides.length === 0) return unit.commit();
  const after = tell(ending.value, sides, context.now);
  unit.replace('pair-ending', ending, after);
  for (const side of sides) {
    unit.queueMessage({
      kind: 'pair-ended',
      recipient: { to: 'participant', id: people[side].key },
      subject: { pairId: people.pair.key },
      notBefore: nextContactTimeFor(ports, people[side].value, context.now),
    });
  }
  await editCardsAhead(ports, unit, people, after.endedAt === undefined ? sides : ['mentor', 'mentee'], context.now);
  if (after.endedAt !== undefined) await separatePair(ports, unit, people, context);
  return unit.commit();
}
