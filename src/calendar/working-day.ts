import type { Temporal } from 'temporal-polyfill';

/** Monday to Friday, no holiday, and a day that happens: a zone may leave one out (Apia, 30 December 2011). */
export function isWorkingDay(day: Temporal.PlainDate, timeZone: string, isHoliday: (date: string) => boolean): boolean {
  const happens = day.toZonedDateTime({ timeZone, plainTime: '12:00' }).toPlainDate().equals(day);
  return day.dayOfWeek <= 5 && happens && !isHoliday(day.toString());
}
