import { Temporal } from 'temporal-polyfill';
import { monthWindow } from '../calendar/month-window';
import { firstWorkingDayAt } from '../calendar/next-contact-time';
import { workEndsAt } from '../calendar/work-days';
import type { Ports } from '../domain/ports';
import type { ProgrammePlan } from '../domain/programme-contract';
import type { Instant } from '../kernel/clock';

/** The hour of the first working day, in the programme's zone and country, on or after the day on which month `number` of what began at `begins` ends. */
export function hourAfterMonth(
  ports: Ports<'holidayFrom'>,
  plan: Pick<ProgrammePlan, 'timeZone' | 'country'>,
  { begins, number, hour }: { readonly begins: Instant; readonly number: number; readonly hour: number },
): Instant {
  const { end } = monthWindow(begins, plan.timeZone, number);
  const boundary = Temporal.Instant.from(end).toZonedDateTimeISO(plan.timeZone).toPlainDate();
  return firstWorkingDayAt(boundary, hour, plan.timeZone, workEndsAt(ports, plan));
}
