import type { WorkToSchedule } from '../domain/due-work';
import type { Ports } from '../domain/ports';
import type { ProgrammePlan } from '../domain/programme-contract';
import type { Instant } from '../kernel/clock';
import { hourAfterMonth } from './find-hour-after-month';

/** Before the channel hears of the month. */
const hour = 9;

/** The sponsor's report after the first month of the programme, from `first` on, that is not over yet at `now`: those missed in a long absence do not come. */
export function sponsorReportFrom(
  ports: Ports<'holidayFrom'>,
  plan: Pick<ProgrammePlan, 'timeZone' | 'country'>,
  { begins, first, now }: { readonly begins: Instant; readonly first: number; readonly now: Instant },
): WorkToSchedule {
  const atOf = (number: number): Instant => hourAfterMonth(ports, plan, { begins, number, hour });
  let number = first;
  while (atOf(number) <= now) number += 1;
  return { kind: 'sponsor-report', at: atOf(number), ref: String(number), occurrence: '' };
}
