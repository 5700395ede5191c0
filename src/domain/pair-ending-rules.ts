import { Temporal } from 'temporal-polyfill';
import type { Instant } from '../kernel/clock';
import { ok, refused, type Result } from '../kernel/result';
import type { Participant } from './participant';
import type { Pair, Side } from './proposal';
import { firstWorkingDayAt } from '../calendar/next-contact-time';
import { workEndsAt, type HolidayFrom } from '../calendar/work-days';
import type { PairEnding } from './pair-ending';

/** Wall-clock hour at which a person hears of the end of their pair. */
const hearsAt = 9;

/** `repeat`: this side has asked before, or has heard already. */
export type PairEndingRefusal = 'repeat';

/** 9:00 of the person's first working day after the day it is for them at `now`; the public holidays of their country are none. */
export function nextWorkingMorning(
  ports: { readonly holidayFrom: HolidayFrom },
  { profile }: Participant,
  now: Instant,
): Instant {
  const { timeZone } = profile;
  const today = Temporal.Instant.from(now).toZonedDateTimeISO(timeZone).toPlainDate();
  return firstWorkingDayAt(today.add({ days: 1 }), hearsAt, timeZone, workEndsAt(ports, profile));
}

/**
 * One side's wish is added. When both hear follows from the first wish and from nobody's side, so that the moment tells nothing of who
 * asked; a second wish moves nothing.
 */
export function askToEnd(
  before: PairEnding | undefined,
  pairId: string,
  side: Side,
  tellAt: PairEnding['tellAt'],
  now: Instant,
): Result<PairEnding, PairEndingRefusal> {
  const { mentor, mentee } = tellAt;
  const asked = { at: now, until: mentor < mentee ? mentor : mentee };
  if (before === undefined) return ok({ pairId, tellAt, told: [], asked: { [side]: asked } });
  if (before.asked[side] !== undefined || before.told.includes(side)) return refused('repeat');
  return ok({ ...before, asked: { ...before.asked, [side]: asked } });
}

/**
 * Whether this side can still take their wish back. It follows from their own wish and two calendars alone, so that it tells nothing of the
 * other's wish, nor of what the other has heard because of it.
 */
export function mayStay(ending: PairEnding | undefined, side: Side, now: Instant): boolean {
  const until = ending?.asked[side]?.until;
  return until !== undefined && now < until && !hasHeard(ending, side);
}

/** This side's wish is taken back. Undefined where nothing else ends the pair, so that nothing is left of the ending. */
export function stay(ending: PairEnding, side: Side, endsOtherwise: boolean): PairEnding | undefined {
  const other = side === 'mentor' ? 'mentee' : 'mentor';
  const theirs = ending.asked[other];
  if (theirs === undefined && !endsOtherwise && ending.told.length === 0) return undefined;
  return { ...ending, asked: theirs === undefined ? {} : { [other]: theirs } };
}

/** Sides that are to hear now. */
export function dueSides(ending: PairEnding, now: Instant): readonly Side[] {
  const sides: readonly Side[] = ['mentor', 'mentee'];
  return sides.filter((side) => ending.tellAt[side] <= now && !ending.told.includes(side));
}

/** These sides have heard. Once both have, the pair has ended. */
export function tell(ending: PairEnding, sides: readonly Side[], now: Instant): PairEnding {
  const told = [...ending.told, ...sides];
  return { ...ending, told, ...(told.length === 2 && ending.endedAt === undefined ? { endedAt: now } : {}) };
}

/** Whether the pair is over in the eyes of this side: for both at its end, for one who has heard of it or left the programme before. */
export function isOverFor(
  side: Side,
  people: { readonly pair: { readonly value: Pick<Pair, 'state'> } } & Readonly<
    Record<Side, { readonly value: Participant }>
  >,
  ending: PairEnding | undefined,
): boolean {
  return people.pair.value.state !== 'active' || hasHeard(ending, side) || people[side].value.state === 'withdrawn';
}

/** Whether this side has heard that the pair is over. For everybody else it goes on until its end. */
export function hasHeard(ending: PairEnding | undefined, side: Side): boolean {
  return ending?.told.includes(side) === true;
}
