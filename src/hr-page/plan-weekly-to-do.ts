import { Temporal } from 'temporal-polyfill';
import { firstWorkingDayAt } from '../calendar/next-contact-time';
import { workEndsAt } from '../calendar/work-days';
import { dueKey, type WorkToSchedule } from '../domain/due-work';
import type { Ports } from '../domain/ports';
import type { Programme } from '../domain/programme';
import type { UnitOfWork } from '../domain/unit-of-work';
import type { Instant } from '../kernel/clock';

const hour = 9;

/** The first Monday after `now` at 9:00 of the programme's zone, or the working day after it where that is a holiday. */
export function nextWeeklyMoment(ports: Ports<'holidayFrom'>, { plan }: Programme, now: Instant): Instant {
  const { timeZone, country } = plan;
  const today = Temporal.Instant.from(now).toZonedDateTimeISO(timeZone).toPlainDate();
  const monday = today.subtract({ days: today.dayOfWeek - 1 });
  const at = (date: Temporal.PlainDate): Instant =>
    firstWorkingDayAt(date, hour, timeZone, workEndsAt(ports, { country }));
  const thisWeek = at(monday);
  return thisWeek > now ? thisWeek : at(monday.add({ days: 7 }));
}

/** Lets the week's list fall due, once, however many administrators want it. One point read. */
export async function planWeeklyToDo(
  ports: Ports<'programmes' | 'holidayFrom'>,
  unit: UnitOfWork,
  programme: Programme,
  now: Instant,
): Promise<void> {
  const at = nextWeeklyMoment(ports, programme, now);
  const due: WorkToSchedule = { kind: 'weekly-to-do', at, ref: programme.id, occurrence: '' };
  if ((await ports.programmes.get(programme.id, 'due', dueKey(due))) === undefined) unit.schedule(due);
}
