import { Temporal } from 'temporal-polyfill';
import { localDay } from '../calendar/local-day';
import { instantText } from '../calendar/month-window';
import { nextContactTimeFor } from '../calendar/next-contact-time';
import { plusWorkingDays } from '../calendar/plus-working-days';
import { workEndsAt } from '../calendar/work-days';
import { countryOfZone } from '../catalogues/country-of-zone';
import { pollDays, type NeedsPoll, type Polled, type PollPopulation } from '../domain/needs-poll';
import type { Participant, Role } from '../domain/participant';
import type { Ports } from '../domain/ports';
import type { Instant } from '../kernel/clock';

/** Whether a poll for these is put to somebody: they are on the list, the bot reaches them, and they have not left. */
export function isAskedBy(population: PollPopulation, { profile, state, reach, directoryId }: Participant): boolean {
  return state !== 'withdrawn' && reach === 'reachable' && directoryId !== undefined && mayBe(population, profile.role);
}

/** Whether the poll was put to this person, at the account that they are linked to now. */
export function wasAskedBy(poll: string, polled: Polled | undefined, { directoryId }: Participant): boolean {
  return polled?.poll === poll && polled.directoryId === directoryId;
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

/** Whether their card would go out before the close. Whoever is at rest until then could not answer, and would be used up for every other poll. */
export function isWrittenToBefore(
  ports: Ports<'holidayFrom'>,
  { profile }: Participant,
  closesAt: Instant,
  now: Instant,
): boolean {
  return nextContactTimeFor(ports, { profile }, now) < closesAt;
}

/** The nearest last day, so many working days of the zone away, and the farthest, as ISO dates. */
export function lastDaysOf(
  ports: Ports<'holidayFrom'>,
  timeZone: string,
  now: Instant,
): { readonly first: string; readonly last: string } {
  const nearest = plusWorkingDays(
    now,
    pollDays.fewest,
    timeZone,
    workEndsAt(ports, { country: countryOfZone(timeZone) }),
  );
  const last = Temporal.PlainDate.from(localDay(now, timeZone)).add({ days: pollDays.most });
  return { first: localDay(nearest, timeZone), last: last.toString() };
}

/** The end of the last day, in the zone; undefined where that day is too near or too far. */
export function closeOf(
  ports: Ports<'holidayFrom'>,
  closesOn: string,
  timeZone: string,
  now: Instant,
): Instant | undefined {
  const { first, last } = lastDaysOf(ports, timeZone, now);
  if (closesOn < first || closesOn > last) return undefined;
  return instantText(Temporal.PlainDate.from(closesOn).add({ days: 1 }).toZonedDateTime({ timeZone }));
}

/** Where a poll stands for whoever reads of it. */
export function stateOf(poll: Pick<NeedsPoll, 'state' | 'closesAt'>, now: Instant): 'open' | 'ending' | 'closed' {
  if (poll.state === 'closed') return 'closed';
  return isTakingBallots(poll, now) ? 'open' : 'ending';
}

/** Whether it takes answers now: while it opens, whoever has a card has a ballot; not once its time is over, also where the server has not closed it yet. */
export function isTakingBallots({ state, closesAt }: Pick<NeedsPoll, 'state' | 'closesAt'>, now: Instant): boolean {
  return state !== 'closed' && now < closesAt;
}
