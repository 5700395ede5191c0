import type { Participant } from '../domain/participant';
import type { Ports } from '../domain/ports';
import type { Session, Slot } from '../domain/session';
import type { UnitOfWork } from '../domain/unit-of-work';
import type { Instant } from '../kernel/clock';
import { findAgendaTime } from './find-agenda-time';

/** Lets both hear, a day before, what the session is for. The card is drawn when it goes out; a session moved by then has none of this. */
export function queueAgenda(
  ports: Ports<'holidayFrom'>,
  unit: UnitOfWork,
  session: Session,
  slot: Slot,
  people: readonly Participant[],
  now: Instant,
): void {
  const subject = { pairId: session.pairId, sessionNumber: session.number, slotRound: session.slotRound };
  for (const person of people) {
    const notBefore = findAgendaTime(ports, person, slot.start, now);
    if (notBefore === undefined) continue;
    const recipient = { to: 'participant', id: person.id } as const;
    unit.queueMessage({ kind: 'agenda', recipient, subject, notBefore, expiresAt: slot.start });
  }
}
