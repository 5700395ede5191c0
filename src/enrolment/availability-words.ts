import type { Language } from '../language/languages';
import { weekdays } from './read-availability';
import type { AvailabilityWindow, Weekday } from '../domain/participant';

const dayNames: Readonly<Record<Language, readonly string[]>> = {
  fr: ['lun', 'mar', 'mer', 'jeu', 'ven', 'sam', 'dim'],
  en: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'],
};

/** Weekly windows as a person can read and type them back (`readAvailability`): `mon-fri 09:00-12:00, 14:00-17:00, sat 09:00-11:00`. */
export function availabilityWords(windows: readonly AvailabilityWindow[], language: Language): string {
  const hoursOf = (day: Weekday): string =>
    windows
      .filter((window) => window.day === day)
      .map(({ from, to }) => `${from}-${to}`)
      .join(', ');
  const stretches: { first: number; last: number; hours: string }[] = [];
  weekdays.forEach((day, index) => {
    const hours = hoursOf(day);
    const before = stretches.at(-1);
    if (before?.last === index - 1 && before.hours === hours) before.last = index;
    else stretches.push({ first: index, last: index, hours });
  });
  const names = dayNames[language];
  return stretches
    .filter(({ hours }) => hours !== '')
    .map(({ first, last, hours }) => `${[...new Set([names[first], names[last]])].join('-')} ${hours}`)
    .join(', ');
}
