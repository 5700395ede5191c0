import type { AvailabilityWindow, Weekday } from './model';

export const weekdays: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const dayWords: Readonly<Record<string, Weekday>> = {
  lun: 'mon',
  lundi: 'mon',
  mon: 'mon',
  monday: 'mon',
  mar: 'tue',
  mardi: 'tue',
  tue: 'tue',
  tues: 'tue',
  tuesday: 'tue',
  mer: 'wed',
  mercredi: 'wed',
  wed: 'wed',
  wednesday: 'wed',
  jeu: 'thu',
  jeudi: 'thu',
  thu: 'thu',
  thur: 'thu',
  thurs: 'thu',
  thursday: 'thu',
  ven: 'fri',
  vendredi: 'fri',
  fri: 'fri',
  friday: 'fri',
  sam: 'sat',
  samedi: 'sat',
  sat: 'sat',
  saturday: 'sat',
  dim: 'sun',
  dimanche: 'sun',
  sun: 'sun',
  sunday: 'sun',
};
const to = '\\s*(?:-|–|—|\\ba\\b|\\bau\\b|\\bto\\b)\\s*';
const time = '(\\d{1,2})(?:\\s*[:h.]\\s*(\\d{2})|\\s*h)?';
const daysAtStart = new RegExp(`^(?:du\\s+|from\\s+)?([a-z]+)\\.?(?:${to}([a-z]+)\\.?)?\\s*:?\\s*`, 'u');
const hours = new RegExp(`^(?:de\\s+|from\\s+)?${time}${to}${time}$`, 'u');

/** When a person without stated windows is taken to be free, in their own local time. */
export const usualAvailability: readonly AvailabilityWindow[] = weekdays.slice(0, 5).flatMap((day) => [
  { day, from: '09:00', to: '12:00' },
  { day, from: '14:00', to: '17:00' },
]);

/**
 * Weekly windows from words such as `mon 09:00-12:00;tue 14:00-17:00`, `lun-ven 9h-12h, 14h-17h30`, in the order of
 * the week and with overlapping ones joined; undefined where any part cannot be read.
 */
export function readAvailability(text: string): readonly AvailabilityWindow[] | undefined {
  const found: AvailabilityWindow[] = [];
  let days: readonly Weekday[] = [];
  for (const piece of text.split(/[;|,\n]/u)) {
    let words = piece.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
    if (words === '') continue;
    const named = daysAtStart.exec(words);
    if (named !== null) {
      const range = dayRange(named[1] ?? '', named[2]);
      if (range === undefined) return undefined;
      days = range;
      words = words.slice(named[0].length);
    }
    const match = hours.exec(words);
    const from = match === null ? undefined : clockTime(match[1], match[2]);
    const until = match === null ? undefined : clockTime(match[3], match[4]);
    if (from === undefined || until === undefined || from >= until || days.length === 0) return undefined;
    found.push(...days.map((day) => ({ day, from, to: until })));
  }
  return found.length === 0 ? undefined : joinOverlaps(found);
}

function dayRange(first: string, last: string | undefined): readonly Weekday[] | undefined {
  const start = dayWords[first];
  const end = last === undefined ? start : dayWords[last];
  if (start === undefined || end === undefined) return undefined;
  const [from, until] = [weekdays.indexOf(start), weekdays.indexOf(end)];
  return from <= until ? weekdays.slice(from, until + 1) : undefined;
}

function clockTime(hour = '', minute = '00'): string | undefined {
  if (Number(hour) > 23 || Number(minute) > 59) return undefined;
  return `${hour.padStart(2, '0')}:${minute}`;
}

function joinOverlaps(windows: readonly AvailabilityWindow[]): readonly AvailabilityWindow[] {
  return weekdays.flatMap((day) => {
    const joined: AvailabilityWindow[] = [];
    for (const window of windows.filter((one) => one.day === day).sort((a, b) => (a.from < b.from ? -1 : 1))) {
      const last = joined.at(-1);
      if (last === undefined || window.from > last.to) joined.push(window);
      else if (window.to > last.to) joined[joined.length - 1] = { ...last, to: window.to };
    }
    return joined;
  });
}
