import { Temporal } from 'temporal-polyfill';
import type { Instant } from '../kernel/clock';

/** The ISO date that it is at this moment in the zone. */
export function localDay(at: Instant, timeZone: string): string {
  return Temporal.Instant.from(at).toZonedDateTimeISO(timeZone).toPlainDate().toString();
}
