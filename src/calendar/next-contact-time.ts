import { Temporal } from 'temporal-polyfill';
import type { Instant } from '../kernel/clock';
import { instantText } from './month-window';
import { isWorkingDay } from './working-day';

/** Public holidays: whether the ISO date is one in the country (ISO 3166). */
export type IsHoliday = (country: string, date: string) => boolean;

/** Where somebody lives, as far as it decides when they are written to: a contact, or a participant with their profile. */
export type Somewhere =
  { readonly timeZone: string } | { readonly profile: { readonly timeZone: string; readonly country?: string } };

const opens = 9;
const closes = 18;

/**
 * The first moment from `at` on that is between 9:00 and 18:00 of a Monday to Friday which is no holiday, in the zone.
 * At `at` itself when that is decent already. Unprompted words wait for it.
 */
export function nextContactTime(at: Instant, timeZone: string, isHoliday: (date: string) => boolean): Instant {
  let local = Temporal.Instant.from(at).toZonedDateTimeISO(timeZone);
  if (isWorkingDay(local.toPlainDate(), timeZone, isHoliday) && local.hour >= opens && local.hour < closes) return at;
  if (local.hour >= closes) local = local.add({ days: 1 });
  let day = local.toPlainDate();
  while (!isWorkingDay(day, timeZone, isHoliday)) day = day.add({ days: 1 });
  return atHour(day, opens, timeZone);
}

/** The first decent moment of a person from `at` on: their zone and, of a participant, their country's public holidays. */
export function nextContactTimeFor(ports: { readonly isHoliday: IsHoliday }, person: Somewhere, at: Instant): Instant {
  if (!('profile' in person)) return nextContactTime(at, person.timeZone, () => false);
  const { profile } = person;
  return nextContactTime(at, profile.timeZone, (date) => ports.isHoliday(profile.country ?? '', date));
}

/** The first working day from the date on, at the hour, in the zone. */
export function firstWorkingDayAt(
  date: Temporal.PlainDate,
  hour: number,
  timeZone: string,
  isHoliday: (date: string) => boolean,
): Instant {
  let day = date;
  while (!isWorkingDay(day, timeZone, isHoliday)) day = day.add({ days: 1 });
  return atHour(day, hour, timeZone);
}

function atHour(day: Temporal.PlainDate, hour: number, timeZone: string): Instant {
  const local = day.toPlainDateTime({ hour }).toZonedDateTime(timeZone, { disambiguation: 'compatible' });
  return instantText(local.toInstant());
}
