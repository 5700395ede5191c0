import { plusDays } from '../kernel/clock';
import type { Stored } from '../kernel/row-store';
import type { Participant } from '../domain/participant';
import type { UseCaseContext, Ports, Saving } from '../domain/ports';
import { UnitOfWork } from '../domain/unit-of-work';
import { nextContactTimeFor } from '../calendar/next-contact-time';
import type { DueWork } from '../domain/due-work';
import { alignPairs } from './align-pair';
import { askAgain } from './ask-again';

/**
 * The date of a pause has come: the person is back, reads one card, and their pairs go on. Nothing where they came back before or
 * chose another date. Returns false when another change came first.
 */
export async function endPause(
  ports: Ports<Saving | 'holidayFrom'>,
  programmeId: string,
  due: Stored<DueWork>,
  context: UseCaseContext,
): Promise<boolean> {
  const unit = new UnitOfWork(ports, programmeId, context, 'pair').remove('due', due);
  const person = await ports.programmes.get(programmeId, 'participant', due.value.ref);
  const pause = person?.value.pause;
  if (person === undefined || pause === undefined || context.now < pause.resumesAt) return unit.commit();
  const { pause: _over, ...rest } = person.value;
  const after: Participant = { ...rest, revision: rest.revision + 1 };
  unit.replace('participant', person, after);
  if (after.state === 'withdrawn') return unit.commit();
  unit.queueMessage({
    kind: 'pause-over',
    recipient: { to: 'participant', id: person.key },
    subject: {},
    notBefore: nextContactTimeFor(ports, after, context.now),
    expiresAt: plusDays(context.now, 7),
  });
  await askAgain(ports, unit, after, pause, context);
  await alignPairs(ports, unit, after, context);
  return unit.commit();
}
