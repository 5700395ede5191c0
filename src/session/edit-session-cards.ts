import { cardAbout } from '../domain/card';
import type { Instant } from '../kernel/clock';
import { withPrefix } from '../kernel/read-all';
import type { Ports } from '../domain/ports';
import { isAhead } from '../domain/session-rules';
import { delegateOf } from '../pair/delegate-of';
import type { PairPeople } from '../pair/load-pair';
import type { Contact } from '../domain/programme';
import type { Side } from '../domain/proposal';
import type { Session } from '../domain/session';
import type { UnitOfWork } from '../domain/unit-of-work';

const mostSessions = 10;

/** Lets the cards of a session follow what has become of it, for these sides; the mentee's assistant stands on the mentee's. */
export function editSessionCards(
  unit: UnitOfWork,
  session: Session,
  delegate: Contact | undefined,
  sides: readonly Side[] = ['mentor', 'mentee'],
): void {
  const about = cardAbout.session(session.pairId, session.number);
  for (const side of sides) {
    const id = side === 'mentor' ? session.mentorId : session.menteeId;
    unit.editCards({ to: 'participant', id }, about);
    if (side === 'mentee' && delegate !== undefined) unit.editCards({ to: 'contact', id: delegate.id }, about);
  }
}

/** The same for every session of a running pair that is still to come. One bounded range. */
export async function editCardsAhead(
  ports: Ports<'programmes'>,
  unit: UnitOfWork,
  { pair, mentee }: PairPeople,
  sides: readonly Side[],
  now: Instant,
): Promise<void> {
  const [{ rows }, delegate] = await Promise.all([
    ports.programmes.range(unit.programmeId, 'session', { ...withPrefix(`${pair.key}|`), limit: mostSessions }),
    delegateOf(ports, unit.programmeId, mentee.key),
  ]);
  for (const { value } of rows) if (isAhead(value, now)) editSessionCards(unit, value, delegate, sides);
}
