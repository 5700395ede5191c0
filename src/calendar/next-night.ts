import { Temporal } from 'temporal-polyfill';
import type { Instant } from '../kernel/clock';
import { instantText } from './month-window';

const nightHour = '03:00';

/** The first 3:00 of the zone after `at`. Where the clock skips it, it moves on by the gap; of two it is the first. */
export function nextNight(at: Instant, timeZone: string): Instant {
  const today = Temporal.Instant.from(at).toZonedDateTimeISO(timeZone).toPlainDate();
  const nightOf = (day: Temporal.PlainDate): Instant =>
    instantText(day.toZonedDateTime({ timeZone, plainTime: nightHour }).toInstant());
  const tonight = nightOf(today);
  return tonight > at ? tonight : nightOf(today.add({ days: 1 }));
}
