import { Temporal } from 'temporal-polyfill';
import type { Instant } from '../kernel/clock';
import { instantText } from './month-window';
import { isWorkingAt, workEndsAt, type HolidayFrom, type WorkEnds, type WorkPlace } from './work-days';
import { countryOfZone } from '../catalogues/country-of-zone';

/** Where somebody lives, as far as it decides when they are written to: a contact, or a participant with their profile. */
export type Somewhere = { readonly timeZone: string } | { readonly profile: { readonly timeZone: string } & WorkPlace };

const opens = 9;
const closes = 18;

/**
 * The first moment from `at` on that is between 9:00 and 18:00 of a working day, in the zone; of half a day, before its end.
 * At `at` itself when that is decent already. Unprompted words wait for it.
 */
export function nextContactTime(at: Instant, timeZone: string, workEnds: WorkEnds): Instant {
  const local = Temporal.Instant.from(at).toZonedDateTimeISO(timeZone);
  const today = local.toPlainDate();
  const isOpen = local.hour >= opens && local.hour < closes;
  if (isOpen && isWorkingAt(local.hour, today, timeZone, workEnds)) return at;
  const from = local.hour < opens ? today : today.add({ days: 1 });
  return firstWorkingDayAt(from, opens, timeZone, workEnds);
}

/** The first decent moment of a person from `at` on: their zone, and the week and the public holidays where they work. */
export function nextContactTimeFor(
  ports: { readonly holidayFrom: HolidayFrom },
  person: Somewhere,
  at: Instant,
): Instant {
  const { timeZone, ...place }: { readonly timeZone: string } & WorkPlace =
    'profile' in person ? person.profile : person;
  return nextContactTime(
    at,
    timeZone,
    workEndsAt(ports, { ...place, country: place.country ?? countryOfZone(timeZone) }),
  );
}

/** The first day from the date on on which people work at the hour, at that hour, in the zone. */
export function firstWorkingDayAt(
  date: Temporal.PlainDate,
  hour: number,
  timeZone: string,
  workEnds: WorkEnds,
): Instant {
  let day = date;
  while (!isWorkingAt(hour, day, timeZone, workEnds)) day = day.add({ days: 1 });
  return instantText(
    day.toPlainDateTime({ hour }).toZonedDateTime(timeZone, { disambiguation: 'compatible' }).toInstant(),
  );
}
