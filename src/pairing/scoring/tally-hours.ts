import { hasSlot, slotsPerHour, slotsPerWeek, type WeekMasks } from './compare-hours';

/** A stretch of free quarter hours of the winter week, as long as it goes, and by how many it is later in summer. */
interface Stretch {
  readonly start: number;
  readonly length: number;
  readonly shift: number;
}

/** Of a stretch beside a week: common slots in winter, above them those in summer, above them whether a whole hour is common in each. */
const summerBits = 10;
const slotMask = (1 << summerBits) - 1;
const winterHour = 1 << (2 * summerBits);
const summerHour = winterHour << 1;

/**
 * Makes a function that tells, for one mentor's week, how many quarter hours each mentee's week has in common with it, in the season
 * that has fewer; 0 where no whole hour is: `commonMinutes` in quarter hours. Weeks are many, the stretches they are made of few:
 * each stretch is compared once by running sums, and a week is the sum of its stretches. The array is valid until the next call.
 */
export function tallyHours(mentees: readonly WeekMasks[]): (mentor: WeekMasks) => Int32Array {
  const { stretches, start, numbers } = numberStretches(mentees);
  const common = new Int32Array(mentees.length);
  const compared = new Int32Array(stretches.length);
  return (mentor) => {
    compareStretches(mentor, stretches, compared);
    for (let mentee = 0; mentee < common.length; mentee++) {
      let slots = 0;
      let hours = 0;
      const end = start[mentee + 1] as number;
      for (let index = start[mentee] as number; index < end; index++) {
        const one = compared[numbers[index] as number] as number;
        slots += one & (winterHour - 1);
        hours |= one;
      }
      const winter = hours & winterHour ? slots & slotMask : 0;
      const summer = hours & summerHour ? slots >>> summerBits : 0;
      common[mentee] = winter < summer ? winter : summer;
    }
    return common;
  };
}

interface NumberedStretches {
  readonly stretches: readonly Stretch[];
  /** By mentee: where the numbers of their stretches begin; one more at the end. */
  readonly start: Int32Array;
  readonly numbers: Int32Array;
}

function numberStretches(mentees: readonly WeekMasks[]): NumberedStretches {
  const known = new Map<string, number>();
  const stretches: Stretch[] = [];
  const start = new Int32Array(mentees.length + 1);
  const numbers: number[] = [];
  mentees.forEach((week, mentee) => {
    for (const stretch of stretchesOf(week)) {
      const key = `${stretch.start} ${stretch.length} ${stretch.shift}`;
      const number = known.get(key) ?? stretches.push(stretch) - 1;
      known.set(key, number);
      numbers.push(number);
    }
    start[mentee + 1] = numbers.length;
  });
  return { stretches, start, numbers: Int32Array.from(numbers) };
}

function stretchesOf({ free, shift }: WeekMasks): readonly Stretch[] {
  const found: Stretch[] = [];
  for (let start = 0; start < slotsPerWeek; start++) {
    if (!hasSlot(free, 0, start) || hasSlot(free, 0, start + slotsPerWeek - 1)) continue;
    let length = 1;
    while (hasSlot(free, 0, start + length)) length++;
    found.push({ start, length, shift });
  }
  // A week without a break has no beginning.
  return found.length === 0 && hasSlot(free, 0, 0) ? [{ start: 0, length: slotsPerWeek, shift }] : found;
}

function compareStretches(mentor: WeekMasks, stretches: readonly Stretch[], compared: Int32Array): void {
  const winter = { free: runningSum(mentor.free, 0), hours: runningSum(mentor.hourStarts, 0) };
  const summer = { free: runningSum(mentor.free, 1), hours: runningSum(mentor.hourStarts, 1) };
  for (let index = 0; index < compared.length; index++) {
    const { start, length, shift } = stretches[index] as Stretch;
    const later = (start + shift + slotsPerWeek) % slotsPerWeek;
    // An hour begins early enough to end within the stretch; a week without a break has no end.
    const starts = length === slotsPerWeek ? length : length - slotsPerHour + 1;
    compared[index] =
      between(winter.free, start, length) |
      (between(summer.free, later, length) << summerBits) |
      (between(winter.hours, start, starts) > 0 ? winterHour : 0) |
      (between(summer.hours, later, starts) > 0 ? summerHour : 0);
  }
}

function between(sums: Int32Array, start: number, length: number): number {
  return length > 0 ? (sums[start + length] as number) - (sums[start] as number) : 0;
}

/** How many slots of the mask come before each slot of two weeks on end. */
function runningSum(mask: Int32Array, week: number): Int32Array {
  const sums = new Int32Array(2 * slotsPerWeek + 1);
  for (let slot = 0; slot < slotsPerWeek; slot++)
    sums[slot + 1] = (sums[slot] as number) + (hasSlot(mask, week, slot) ? 1 : 0);
  const whole = sums[slotsPerWeek] as number;
  for (let slot = 1; slot <= slotsPerWeek; slot++) sums[slotsPerWeek + slot] = whole + (sums[slot] as number);
  return sums;
}
