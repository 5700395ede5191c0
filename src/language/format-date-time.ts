import type { Instant } from '../kernel/clock';
import { localeOf, type Language } from './languages';
import { languageText } from './language-text';

const formatters = new Map<string, Intl.DateTimeFormat>();

/** The day in the reader's zone: « mardi 12 janvier », "Tuesday 12 January". */
export function formatDay(instant: Instant, timeZone: string, language: Language): string {
  const parts = partsOf(instant, timeZone, language, 'day');
  const day = language === 'fr' && parts.day === '1' ? '1er' : (parts.day ?? '');
  return `${parts.weekday ?? ''} ${day} ${parts.month ?? ''}`;
}

/** The hour on the wall in the reader's zone: « 14 h 30 » with spaces that do not break, "14:30". */
export function formatTime(instant: Instant, timeZone: string, language: Language): string {
  const { hour = '', minute = '' } = partsOf(instant, timeZone, language, 'time');
  if (language === 'en') return `${hour}:${minute}`;
  const wholeHour = `${String(Number(hour))}\u00a0h`;
  return minute === '00' ? wholeHour : `${wholeHour}\u00a0${minute}`;
}

/** Day and hour: « mardi 12 janvier à 14 h 30 », "Tuesday 12 January, 14:30". */
export function formatDateTime(instant: Instant, timeZone: string, language: Language): string {
  return languageText(language, 'date-time', {
    day: formatDay(instant, timeZone, language),
    time: formatTime(instant, timeZone, language),
  });
}

/** A meeting: « mardi 12 janvier, de 14 h 30 à 15 h 30 », "Tuesday 12 January, 14:30 to 15:30". */
export function formatMeeting(start: Instant, end: Instant, timeZone: string, language: Language): string {
  return languageText(language, 'day-time-range', {
    day: formatDay(start, timeZone, language),
    start: formatTime(start, timeZone, language),
    end: formatTime(end, timeZone, language),
  });
}

/** Whether two zones show another wall time at this instant; only then is the zone worth naming. */
export function zonesDiffer(one: string, other: string, at: Instant): boolean {
  return wallTime(at, one) !== wallTime(at, other);
}

/**
 * The hour for somebody in another zone, with its day when that is not the reader's:
 * « 22 h 30 », « mercredi 13 janvier à 6 h ».
 */
export function formatOtherZone(instant: Instant, otherZone: string, readerZone: string, language: Language): string {
  const sameDay = formatDay(instant, otherZone, language) === formatDay(instant, readerZone, language);
  return (sameDay ? formatTime : formatDateTime)(instant, otherZone, language);
}

function wallTime(instant: Instant, timeZone: string): string {
  return `${formatDay(instant, timeZone, 'en')} ${formatTime(instant, timeZone, 'en')}`;
}

type Wanted = 'day' | 'time';
const options: Readonly<Record<Wanted, Intl.DateTimeFormatOptions>> = {
  day: { weekday: 'long', day: 'numeric', month: 'long' },
  time: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
};

function partsOf(
  instant: Instant,
  timeZone: string,
  language: Language,
  wanted: Wanted,
): Partial<Record<Intl.DateTimeFormatPartTypes, string>> {
  const place = `${language} ${wanted} ${timeZone}`;
  let formatter = formatters.get(place);
  if (formatter === undefined) {
    formatter = new Intl.DateTimeFormat(localeOf[language], { ...options[wanted], timeZone });
    formatters.set(place, formatter);
  }
  return Object.fromEntries(formatter.formatToParts(Date.parse(instant)).map((part) => [part.type, part.value]));
}
