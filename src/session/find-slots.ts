import { Temporal } from 'temporal-polyfill';
import type { Instant } from '../kernel/clock';
import type { AvailabilityWindow, Weekday } from '../domain/participant';
import type { Slot } from '../domain/session';
import { instantText } from '../calendar/month-window';

/** What is known of one person's time. */
export interface Diary {
  readonly timeZone: string;
  readonly availability: readonly AvailabilityWindow[];
  readonly busy: readonly Slot[];
  /** The hour of the clock from which an ISO date is a public holiday: 0 all day, 24 not at all. */
  readonly holidayFrom: (date: string) => number;
}

export interface SlotSearch {
  readonly mentor: Diary;
  readonly mentee: Diary;
  readonly from: Instant;
  readonly to: Instant;
  /** Slots already offered; not offered again. */
  readonly exclude: readonly Pick<Slot, 'start'>[];
  /** Weekday and time of the pair's last session, tried first, read in the mentor's zone. */
  readonly usual?: Instant;
}

const hour = 3_600_000;
const halfHour = 1_800_000;
const quarter = 900_000;
const day = 86_400_000;
const weekdays: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/**
 * At most three hours inside both people's working hours, each in their own zone, free of what is booked and of public holidays, at quarter hours,
 * on different days and spread over the time given; the usual slot first. In time order. Whoever has an hour in common with somebody by the rule of
 * pairs (`weekMasks`) has one here: every zone is whole quarters of an hour from UTC.
 */
export function findSlots(search: SlotSearch): readonly Slot[] {
  const candidates = candidateStarts(search);
  const usual = search.usual === undefined ? undefined : usualStart(candidates, search.usual, search.mentor.timeZone);
  const zones = [search.mentor.timeZone, search.mentee.timeZone];
  const chosen: number[] = usual === undefined ? [] : [usual];
  for (const { starts, gap } of inOrderOfChoice(candidates, search)) {
    for (const start of starts) {
      if (chosen.length >= 3) break;
      if (
        chosen.every(
          (other) => Math.abs(other - start) >= gap - 6 * hour && zones.every((zone) => !sameDay(other, start, zone)),
        )
      ) {
        chosen.push(start);
      }
    }
  }
  return chosen.sort((a, b) => a - b).map(toSlot);
}

interface Choice {
  readonly starts: readonly number[];
  /** Time between two of them, about. */
  readonly gap: number;
}

/** Hours that begin at a half hour of one of the two clocks before others, hours that share nothing with one offered before, and days apart. */
function inOrderOfChoice(
  candidates: readonly number[],
  { mentor, mentee, from, exclude }: SlotSearch,
): readonly Choice[] {
  const offered = exclude.map(({ start }) => Date.parse(start));
  const fresh = candidates.filter((start) => offered.every((other) => Math.abs(other - start) >= hour));
  // Clocks change by half hours or whole ones, so that a half hour stays one.
  const offsets = [mentor, mentee].map(
    ({ timeZone }) => Temporal.Instant.from(from).toZonedDateTimeISO(timeZone).offsetNanoseconds / 1_000_000,
  );
  const isRound = (start: number): boolean => offsets.some((offset) => (start + offset) % halfHour === 0);
  const freshAndRound = fresh.filter(isRound);
  return [
    { starts: freshAndRound, gap: 3 * day },
    { starts: freshAndRound, gap: day },
    { starts: fresh, gap: day },
    { starts: candidates.filter(isRound), gap: day },
    { starts: candidates, gap: day },
  ];
}

function candidateStarts(search: SlotSearch): readonly number[] {
  const from = Date.parse(search.from);
  const to = Date.parse(search.to);
  const mentor = openWindows(search.mentor, from, to);
  const mentee = openWindows(search.mentee, from, to);
  const taken = [...search.mentor.busy, ...search.mentee.busy].map(
    (slot) => [Date.parse(slot.start), Date.parse(slot.end)] as const,
  );
  const offered = new Set(search.exclude.map((slot) => Date.parse(slot.start)));
  const starts = new Set<number>();
  for (const [aFrom, aTo] of mentor) {
    for (const [bFrom, bTo] of mentee) {
      const end = Math.min(aTo, bTo, to);
      for (let start = roundUp(Math.max(aFrom, bFrom, from)); start + hour <= end; start += quarter) {
        const free = taken.every(([busyFrom, busyTo]) => start + hour <= busyFrom || start >= busyTo);
        if (free && !offered.has(start)) starts.add(start);
      }
    }
  }
  return [...starts].sort((a, b) => a - b);
}

/** The person's working hours as instants, day by day in their own wall time. */
function openWindows(diary: Diary, from: number, to: number): readonly (readonly [number, number])[] {
  const windows: [number, number][] = [];
  const zone = diary.timeZone;
  let date = Temporal.Instant.fromEpochMilliseconds(from - day)
    .toZonedDateTimeISO(zone)
    .toPlainDate();
  const last = Temporal.Instant.fromEpochMilliseconds(to + day)
    .toZonedDateTimeISO(zone)
    .toPlainDate();
  for (; Temporal.PlainDate.compare(date, last) <= 0; date = date.add({ days: 1 })) {
    const weekday = weekdays[date.dayOfWeek - 1];
    const holidayFrom = diary.holidayFrom(date.toString());
    if (holidayFrom === 0) continue;
    for (const window of diary.availability) {
      if (window.day !== weekday) continue;
      // Around a change of clocks the narrower reading: no slot may touch an hour outside the window, whichever way it is read.
      const opens = wallTime(date, window.from, zone, 'later');
      const closes = wallTime(
        date,
        earlierOf(window.to, `${String(holidayFrom).padStart(2, '0')}:00`),
        zone,
        'earlier',
      );
      if (closes > from && opens < to) windows.push([opens, closes]);
    }
  }
  return joinWindows(windows);
}

/** Whoever is free until midnight and from it on is free around it, as the rule of hours in common has it. */
function joinWindows(windows: readonly (readonly [number, number])[]): readonly (readonly [number, number])[] {
  const joined: [number, number][] = [];
  for (const [opens, closes] of windows.toSorted(([one], [other]) => one - other)) {
    const last = joined.at(-1);
    if (last === undefined || opens > last[1]) joined.push([opens, closes]);
    else last[1] = Math.max(last[1], closes);
  }
  return joined;
}

function wallTime(date: Temporal.PlainDate, time: string, zone: string, disambiguation: 'earlier' | 'later'): number {
  if (time === '24:00') return wallTime(date.add({ days: 1 }), '00:00', zone, disambiguation);
  return date.toPlainDateTime(Temporal.PlainTime.from(time)).toZonedDateTime(zone, { disambiguation })
    .epochMilliseconds;
}

function earlierOf(one: string, other: string): string {
  return one < other ? one : other;
}

function usualStart(candidates: readonly number[], usual: Instant, zone: string): number | undefined {
  const wanted = Temporal.Instant.from(usual).toZonedDateTimeISO(zone);
  return candidates.find((start) => {
    const local = Temporal.Instant.fromEpochMilliseconds(start).toZonedDateTimeISO(zone);
    return local.dayOfWeek === wanted.dayOfWeek && local.hour === wanted.hour && local.minute === wanted.minute;
  });
}

function sameDay(a: number, b: number, zone: string): boolean {
  const date = (at: number): string =>
    Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate().toString();
  return date(a) === date(b);
}

function roundUp(at: number): number {
  return Math.ceil(at / quarter) * quarter;
}

function toSlot(start: number): Slot {
  return {
    start: instantText(Temporal.Instant.fromEpochMilliseconds(start)),
    end: instantText(Temporal.Instant.fromEpochMilliseconds(start + hour)),
  };
}
