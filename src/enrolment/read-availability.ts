import { wholeWorkdays } from '../calendar/work-week';
import type { AvailabilityWindow, Weekday } from '../domain/participant';
import { afternoon, morning, rangeTo, readHours } from './read-hours';

export const weekdays: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
/** Days in French, English and German; two letters only where no language reads another day in them. */
const dayWords: Readonly<Record<Weekday, readonly string[]>> = {
  mon: ['lun', 'lundi', 'mon', 'monday', 'montag', 'lu', 'mo'],
  tue: ['mar', 'mardi', 'tue', 'tues', 'tuesday', 'dienstag', 'ma', 'tu'],
  wed: ['mer', 'merc', 'mercredi', 'wed', 'weds', 'wednesday', 'mittwoch', 'me', 'we'],
  thu: ['jeu', 'jeudi', 'thu', 'thur', 'thurs', 'thursday', 'donnerstag', 'je', 'th'],
  fri: ['ven', 'vend', 'vendredi', 'fri', 'friday', 'freitag', 've', 'fr'],
  sat: ['sam', 'samedi', 'sat', 'saturday', 'samstag'],
  sun: ['dim', 'dimanche', 'sun', 'sunday', 'sonntag'],
};
const days = new Map(weekdays.flatMap((day) => dayWords[day].map((word) => [word, day] as const)));
const working = weekdays.slice(0, 5);
const workingWords =
  /^(?:tous les jours(?: ouvr(?:es|ables))?|(?:en )?semaine|jours ouvr(?:es|ables)|every (?:week)?day|(?:on )?weekdays|daily)(?![\p{L}])/u;
const dayAtStart = new RegExp(
  `^(?:(?:du|le|les|from|on|every|chaque|tous les)\\s+)?([a-z]+)\\.?(?:${rangeTo}(?:le\\s+)?([a-z]+)\\.?)?(?![\\p{L}])`,
  'u',
);
const usualByCountry = new Map<string, readonly AvailabilityWindow[]>();

/** When a person without stated windows is taken to be free, in their own local time: on the whole working days of their country (ISO 3166). */
export function usualAvailability(country = ''): readonly AvailabilityWindow[] {
  const known = usualByCountry.get(country);
  if (known !== undefined) return known;
  const days = wholeWorkdays(country).flatMap((weekday) => weekdays[weekday - 1] ?? []);
  const windows = days.flatMap((day) => [morning, afternoon].map(([from, until]) => ({ day, from, to: until })));
  usualByCountry.set(country, windows);
  return windows;
}

/** Whether a part of the day is named without its hours, which are then the usual ones. */
export function namesPartOfDay(text: string): boolean {
  return /matin|morning|apr[eè]s[- ]midi|aprem|afternoon|journ[eé]e|all day/iu.test(text);
}

/**
 * Weekly windows from words such as `mon 09:00-12:00;tue 14:00-17:00`, `lun-ven 9h-12h, 14h-17h30`, `Mon, Wed 9 AM - noon` or
 * `lundi matin`, in the order of the week and with overlapping ones joined; undefined where any part cannot be read.
 */
export function readAvailability(text: string): readonly AvailabilityWindow[] | undefined {
  const reading = new Reading();
  const plain = text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\b([ap])\.?\s?m\b\.?/gu, '$1m')
    .replace(/[\s\u00a0\u202f]+/gu, (gap) => (gap.includes('\n') ? ';' : ' '));
  for (const piece of plain.split(/[;|,/&+]/u)) if (!reading.read(piece.trim())) return undefined;
  return reading.windows();
}

/** Days wait for their hours; hours hold for the days named last. */
class Reading {
  private readonly found: AvailabilityWindow[] = [];
  private days: readonly Weekday[] = [];
  private waiting = false;

  /** Reads one piece to its end; false where something in it means nothing here. */
  read(piece: string): boolean {
    let rest = piece;
    while (rest !== '') {
      const taken = this.takeHours(rest) ?? this.takeDays(rest);
      if (taken === undefined) return false;
      rest = rest
        .slice(taken)
        .replace(/^[\s:.]+/u, '')
        .replace(/^(?:et|and|und|de)\s+/u, '');
    }
    return true;
  }

  /** Undefined where days were named without hours, or nothing at all. */
  windows(): readonly AvailabilityWindow[] | undefined {
    return this.waiting || this.found.length === 0 ? undefined : joinOverlaps(this.found);
  }

  private takeHours(text: string): number | undefined {
    const hours = this.days.length === 0 ? undefined : readHours(text);
    if (hours === undefined) return undefined;
    this.found.push(...this.days.flatMap((day) => hours.stretches.map(([from, until]) => ({ day, from, to: until }))));
    this.waiting = false;
    return hours.length;
  }

  private takeDays(text: string): number | undefined {
    const everyDay = workingWords.exec(text);
    const named = everyDay === null ? dayAtStart.exec(text) : null;
    const range = everyDay === null ? dayRange(named?.[1] ?? '', named?.[2]) : working;
    if (range === undefined) return undefined;
    this.days = this.waiting ? [...this.days, ...range] : range;
    this.waiting = true;
    return (everyDay ?? named)?.[0].length;
  }
}

function dayRange(first: string, last: string | undefined): readonly Weekday[] | undefined {
  const start = dayOf(first);
  const end = last === undefined ? start : dayOf(last);
  if (start === undefined || end === undefined) return undefined;
  const [from, until] = [weekdays.indexOf(start), weekdays.indexOf(end)];
  return from <= until ? weekdays.slice(from, until + 1) : undefined;
}

/** A day in the singular or the plural: « les lundis », "Mondays". */
function dayOf(word: string): Weekday | undefined {
  return days.get(word) ?? (word.length > 4 ? days.get(word.replace(/s$/u, '')) : undefined);
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
