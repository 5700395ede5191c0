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
  readonly isHoliday: (date: string) => boolean;
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
const step = 1_800_000;
const day = 86_400_000;
const weekdays: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/**
 * At most three hours inside both people's working hours, each in their own zone, free of what is booked and of public holidays,
 * on different days and spread over the time given; the usual slot first. In time order.
 */
export function findSlots(search: SlotSearch): readonly Slot[] {
  const candidates = candidateStarts(search);
  const usual = search.usual === undefined ? undefined : usualStart(candidates, search.usual, search.mentor.timeZone);
  const zones = [search.mentor.timeZone, search.mentee.timeZone];
  const chosen: number[] = usual === undefined ? [] : [usual];
  for (const gap of [3 * day, day]) {
    for (const start of candidates) {
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
      for (let start = roundUp(Math.max(aFrom, bFrom, from)); start + hour <= end; start += step) {
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
    if (diary.isHoliday(date.toString())) continue;
    for (const window of diary.availability) {
      if (window.day !== weekday) continue;
      // Around a change of clocks the narrower reading: no slot may touch an hour outside the window, whichever way it is read.
      const opens = wallTime(date, window.from, zone, 'later');
      const closes = wallTime(date, window.to, zone, 'earlier');
      if (closes > from && opens < to) windows.push([opens, closes]);
    }
  }
  return windows;
}

function wallTime(date: Temporal.PlainDate, time: string, zone: string, disambiguation: 'earlier' | 'later'): number {
  if (time === '24:00') return wallTime(date.add({ days: 1 }), '00:00', zone, disambiguation);
  return date.toPlainDateTime(Temporal.PlainTime.from(time)).toZonedDateTime(zone, { disambiguation })
    .epochMilliseconds;
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
  return Math.ceil(at / step) * step;
}

function toSlot(start: number): Slot {
  return {
    start: instantText(Temporal.Instant.fromEpochMilliseconds(start)),
    end: instantText(Temporal.Instant.fromEpochMilliseconds(start + hour)),
  };
}
