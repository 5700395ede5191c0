import { Temporal } from 'temporal-polyfill';
import { localDay } from '../calendar/local-day';
import { instantText } from '../calendar/month-window';
import { pollDays, type NeedsPoll, type PollPopulation } from '../domain/needs-poll';
import type { Participant, Role } from '../domain/participant';
import type { Instant } from '../kernel/clock';

/** Whether a poll for these is put to somebody: they are on the list, the bot reaches them, and they have not left. */
export function isAskedBy(population: PollPopulation, { profile, state, reach, directoryId }: Participant): boolean {
  return state !== 'withdrawn' && reach === 'reachable' && directoryId !== undefined && mayBe(population, profile.role);
}

function mayBe(population: PollPopulation, role: Role): boolean {
  switch (population) {
    case 'everyone':
      return true;
    case 'mentors':
      return role !== 'mentee';
    case 'mentees':
      return role !== 'mentor';
  }
}

/** The end of the last day, in the zone; undefined where that day is too near or too far. */
export function closeOf(closesOn: string, timeZone: string, now: Instant): Instant | undefined {
  const days = Temporal.PlainDate.from(localDay(now, timeZone)).until(Temporal.PlainDate.from(closesOn)).days;
  if (days < pollDays.fewest || days > pollDays.most) return undefined;
  return instantText(Temporal.PlainDate.from(closesOn).add({ days: 1 }).toZonedDateTime({ timeZone }));
}

/** Whether it takes answers now: while it opens, whoever has a card has a ballot; not once its time is over, also where the server has not closed it yet. */
export function isTakingBallots({ state, closesAt }: Pick<NeedsPoll, 'state' | 'closesAt'>, now: Instant): boolean {
  return state !== 'closed' && now < closesAt;
}
