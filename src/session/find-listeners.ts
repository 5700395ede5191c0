import type { Instant } from '../kernel/clock';
import type { Recipient } from '../domain/message';
import type { Participant } from '../domain/participant';
import type { Contact } from '../domain/programme';
import { nextContactTimeFor } from '../calendar/next-contact-time';
import type { HolidayFrom } from '../calendar/work-days';

/** Somebody who is to be told, and their next contact time. */
export interface Listener {
  readonly recipient: Recipient;
  readonly at: Instant;
}

/** Those of the people who did not press this very moment; who did reads the card that answers the press. */
export function findListeners(
  ports: { readonly holidayFrom: HolidayFrom },
  people: readonly (Participant | Contact)[],
  pressedBy: string | undefined,
  now: Instant,
): readonly Listener[] {
  return people
    .filter((person) => pressedBy === undefined || person.directoryId !== pressedBy)
    .map((person) => ({
      recipient: { to: 'profile' in person ? 'participant' : 'contact', id: person.id },
      at: nextContactTimeFor(ports, person, now),
    }));
}

/** When the last of them has heard; `now` where nobody has to. */
export function heardBy(listeners: readonly Listener[], now: Instant): Instant {
  return listeners.reduce((last, { at }) => (at > last ? at : last), now);
}
