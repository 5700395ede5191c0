import { Temporal } from 'temporal-polyfill';
import { isStated, type PersonProfile } from '../../domain/participant';

export const slotMinutes = 15;
export const slotsPerWeek = (7 * 24 * 60) / slotMinutes;
export const slotsPerHour = 60 / slotMinutes;
const wordsPerWeek = slotsPerWeek / 32;

/** Mondays in the middle of winter and of summer time: hours that are common in both weeks are common all year. */
export const referenceMondays = ['2027-01-11', '2027-07-12'];
const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** The free quarter hours of a person's week in UTC, for each reference week, as bits. */
export interface WeekMasks {
  readonly free: Int32Array;
  /** Quarter hours at which a whole free hour begins. */
  readonly hourStarts: Int32Array;
  /** By how many quarter hours the summer week comes later in UTC than the winter one; offsets are whole quarters of an hour. */
  readonly shift: number;
}

/** Whether somebody's hours are known: their zone and their windows. Usual hours of work are a default: they promise nothing and forbid nothing. */
export function areHoursKnown(person: Pick<PersonProfile, 'notStated'>): boolean {
  return isStated(person, 'timeZone') && isStated(person, 'availability');
}

/** The bits of the windows in their zone. */
export function weekMasks(person: Pick<PersonProfile, 'availability' | 'timeZone'>): WeekMasks {
  const free = new Int32Array(wordsPerWeek * referenceMondays.length);
  const hourStarts = new Int32Array(free.length);
  referenceMondays.forEach((monday, week) => {
    const offset = zoneOffset(monday, person.timeZone);
    const slots = new Uint8Array(slotsPerWeek);
    for (const window of person.availability) {
      const dayStart = days.indexOf(window.day) * 24 * 60 - offset;
      const from = Math.ceil((dayStart + minutesOf(window.from)) / slotMinutes);
      const to = Math.floor((dayStart + minutesOf(window.to)) / slotMinutes);
      for (let slot = from; slot < to; slot++) slots[(slot + slotsPerWeek) % slotsPerWeek] = 1;
    }
    for (let slot = 0; slot < slotsPerWeek; slot++) {
      if (slots[slot] === 1) setBit(free, week, slot);
      let run = 0;
      while (run < slotsPerHour && slots[(slot + run) % slotsPerWeek] === 1) run++;
      if (run === slotsPerHour) setBit(hourStarts, week, slot);
    }
  });
  const [winter = 0, summer = 0] = referenceMondays.map((monday) => zoneOffset(monday, person.timeZone));
  return { free, hourStarts, shift: (winter - summer) / slotMinutes };
}

/**
 * Minutes a week both are free, in the season that has fewer; 0 where no whole hour is common in either season. Not
 * counted beyond `enough`.
 */
export function commonMinutes(one: WeekMasks, other: WeekMasks, enough = Infinity): number {
  let least = enough;
  for (let week = 0; week < referenceMondays.length; week++) {
    let slots = 0;
    let starts = 0;
    const end = (week + 1) * wordsPerWeek;
    for (let word = week * wordsPerWeek; word < end; word++) {
      slots += countBits((one.free[word] as number) & (other.free[word] as number));
      starts |= (one.hourStarts[word] as number) & (other.hourStarts[word] as number);
      if (starts !== 0 && slots * slotMinutes >= least) break;
    }
    least = starts === 0 ? 0 : Math.min(least, slots * slotMinutes);
  }
  return least;
}

const knownOffsets = new Map<string, number>();

/** Minutes that a zone is ahead of UTC in the week of a Monday. */
function zoneOffset(monday: string, timeZone: string): number {
  const key = `${monday} ${timeZone}`;
  const known = knownOffsets.get(key);
  if (known !== undefined) return known;
  const noon = Temporal.PlainDateTime.from(`${monday}T12:00`).toZonedDateTime(timeZone);
  const offset = noon.offsetNanoseconds / 60_000_000_000;
  knownOffsets.set(key, offset);
  return offset;
}

/** Whether a quarter hour of a reference week is in a mask; slots go on after the end of the week at its beginning. */
export function hasSlot(mask: Int32Array, week: number, slot: number): boolean {
  const at = slot % slotsPerWeek;
  return (((mask[week * wordsPerWeek + (at >>> 5)] as number) >>> (at & 31)) & 1) === 1;
}

function minutesOf(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return hours * 60 + minutes;
}

function setBit(masks: Int32Array, week: number, slot: number): void {
  const word = week * wordsPerWeek + (slot >>> 5);
  masks[word] = (masks[word] as number) | (1 << (slot & 31));
}

/** Bits set in a word of 32 (Warren, Hacker's Delight, 5-1). */
function countBits(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
