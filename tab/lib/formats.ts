import { formatNumber } from '../../src/language/format-number';
import { formatZone } from '../../src/language/format-zone';
import type { Language } from '../host/host';

export interface Formats {
  /** `Mon 23 November 2026` / `lun. 23 novembre 2026`, in the given IANA zone or the browser's. */
  date(instant: string, timeZone?: string): string;
  /** A calendar date without a time, e.g. `2026-11-23`. */
  day(date: string): string;
  /** `23 Nov, 14:30` / `23 nov., 14 h 30`. */
  moment(instant: string, timeZone?: string): string;
  /** `Monday 23 November, 14:30 to 15:30` / `lundi 23 novembre, de 14 h 30 à 15 h 30`. */
  span(start: string, end: string, timeZone?: string): string;
  time(instant: string, timeZone?: string): string;
  /** A time of day, `09:00`, as `09:00` / `9 h`. */
  clock(time: string): string;
  /** The hour in another zone, with its day where that differs; undefined where both clocks show the same. */
  timeElsewhere(instant: string, otherZone: string, timeZone?: string): string | undefined;
  /** A zone as people call it: `Central European Time` / `heure d’Europe centrale`. */
  zone(timeZone: string): string;
  /** Short month, `Nov` / `nov.`, of the month `offset` months after a date. */
  month(date: string, offset: number): string;
  number(value: number): string;
  /** 0 to 1 as a percentage. */
  share(value: number): string;
  /** A percentage that somebody wrote, with the decimals they gave it. */
  percent(value: number): string;
}

/** A zone is named as of today's rules: half a century ago Paris had no summer time. */
const aYearOfToday = '2026-01-01T00:00:00Z';

/** Dates and numbers as the reader's language writes them; hours in the zone given with them, else in `usualZone`, else the browser's. */
export function createFormats(language: Language, usualZone?: string): Formats {
  const locale = language === 'fr' ? 'fr-FR' : 'en-GB';
  const dates = new Map<string, Intl.DateTimeFormat>();

  function shaped(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
    const key = JSON.stringify(options);
    const there = dates.get(key) ?? new Intl.DateTimeFormat(locale, options);
    dates.set(key, there);
    return there;
  }

  const zoned = (timeZone = usualZone): Intl.DateTimeFormatOptions => (timeZone === undefined ? {} : { timeZone });

  function time(instant: string, timeZone?: string): string {
    const written = shaped({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23', ...zoned(timeZone) }).format(
      new Date(instant),
    );
    return clock(written);
  }

  function clock(time: string): string {
    if (language === 'en') return time;
    const [hour = '', minute = ''] = time.split(':');
    return minute === '00' ? `${String(Number(hour))}\u00a0h` : `${String(Number(hour))}\u00a0h\u00a0${minute}`;
  }

  /** A date with its day as French writes the first of a month, which Intl does not know. */
  function written(options: Intl.DateTimeFormatOptions, at: Date): string {
    const parts = shaped(options).formatToParts(at);
    const isFirst = ({ type, value }: Intl.DateTimeFormatPart): boolean => type === 'day' && value === '1';
    return parts.map((part) => (language === 'fr' && isFirst(part) ? '1er' : part.value)).join('');
  }

  const moment = (instant: string, timeZone?: string): string =>
    `${written({ day: 'numeric', month: 'short', ...zoned(timeZone) }, new Date(instant))}, ${time(instant, timeZone)}`;

  function timeElsewhere(instant: string, otherZone: string, timeZone?: string): string | undefined {
    const [there, here] = [moment(instant, otherZone), moment(instant, timeZone)];
    if (there === here) return undefined;
    const isSameDay = there.split(',')[0] === here.split(',')[0];
    return isSameDay ? time(instant, otherZone) : there;
  }

  return {
    date: (instant, timeZone) =>
      written(
        { weekday: 'short', day: 'numeric', month: 'long', year: 'numeric', ...zoned(timeZone) },
        new Date(instant),
      ),
    day: (date) =>
      written({ day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }, new Date(`${date}T00:00:00Z`)),
    moment,
    timeElsewhere,
    span: (start, end, timeZone) =>
      `${written({ weekday: 'long', day: 'numeric', month: 'long', ...zoned(timeZone) }, new Date(start))}, ${
        language === 'fr' ? `de ${time(start, timeZone)} à` : `${time(start, timeZone)} to`
      } ${time(end, timeZone)}`,
    time,
    clock,
    zone: (timeZone) => formatZone(timeZone, language, aYearOfToday),
    month: (date, offset) => shaped({ month: 'short', timeZone: 'UTC' }).format(monthAfter(date, offset)),
    number: (value) => formatNumber(value, locale),
    share: (value) => formatNumber(value, locale, { style: 'percent', maximumFractionDigits: 0 }),
    percent: (value) => formatNumber(value / 100, locale, { style: 'percent', maximumFractionDigits: 2 }),
  };
}

function monthAfter(date: string, offset: number): Date {
  const first = new Date(`${date.slice(0, 7)}-01T00:00:00Z`);
  first.setUTCMonth(first.getUTCMonth() + offset);
  return first;
}
