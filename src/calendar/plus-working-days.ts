import { Temporal } from 'temporal-polyfill';
import type { Instant } from '../kernel/clock';
import { instantText } from './month-window';
import { isWorkingAt, type WorkEnds } from './work-days';

/**
 * The same hour of the clock, that many working days of the zone later. The day of `at` does not count, the last one does: from a
 * Monday without holidays, ten working days end on the Monday two weeks later. Half a day counts where the hour is in it. Summer time does not move the
 * hour; an hour that the clock skips on the last day becomes the one after it.
 */
export function plusWorkingDays(at: Instant, days: number, timeZone: string, workEnds: WorkEnds): Instant {
  const local = Temporal.Instant.from(at).toZonedDateTimeISO(timeZone);
  let day = local.toPlainDate();
  for (let left = days; left > 0;) {
    day = day.add({ days: 1 });
    if (isWorkingAt(local.hour, day, timeZone, workEnds)) left--;
  }
  if (day.equals(local.toPlainDate())) return at;
  return instantText(day.toZonedDateTime({ timeZone, plainTime: local.toPlainTime() }).toInstant());
}
