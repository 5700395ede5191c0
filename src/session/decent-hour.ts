import { Temporal } from 'temporal-polyfill';
import type { Instant } from '../kernel/clock';
import { instantText } from './month-window';

const opens = 9;
const closes = 18;

/**
 * The first moment from `at` on that is between 9:00 and 18:00 of a Monday to Friday which is no holiday, in the zone.
 * At `at` itself when that is decent already. Unprompted words wait for it.
 */
export function decentHour(at: Instant, timeZone: string, isHoliday: (date: string) => boolean): Instant {
  let local = Temporal.Instant.from(at).toZonedDateTimeISO(timeZone);
  if (isWorkingDay(local.toPlainDate(), isHoliday) && local.hour >= opens && local.hour < closes) return at;
  if (local.hour >= closes) local = local.add({ days: 1 });
  let day = local.toPlainDate();
  while (!isWorkingDay(day, isHoliday)) day = day.add({ days: 1 });
  return atHour(day, opens, timeZone);
}

/** The first working day from the date on, at the hour, in the zone. */
export function firstWorkingDayAt(date: Temporal.PlainDate, hour: number, timeZone: string, isHoliday: (date: string) => boolean): Instant {
  let day = date;
  while (!isWorkingDay(day, isHoliday)) day = day.add({ days: 1 });
  return atHour(day, hour, timeZone);
}

function isWorkingDay(day: Temporal.PlainDate, isHoliday: (date: string) => boolean): boolean {
  return day.dayOfWeek <= 5 && !isHoliday(day.toString());
}

function atHour(day: Temporal.PlainDate, hour: number, timeZone: string): Instant {
  return instantText(day.toPlainDateTime({ hour }).toZonedDateTime(timeZone, { disambiguation: 'compatible' }).toInstant());
}
