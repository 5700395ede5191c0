import type { Instant } from '../kernel/clock';
import { localeOf, type Language } from './languages';

const formatters = new Map<string, Intl.DateTimeFormat>();

/** The zone as people call it at no particular time of the year: « heure d’Europe centrale », "Japan Time"; by the rules in force at `at`. */
export function formatZone(timeZone: string, language: Language, at: Instant): string {
  const place = `${language} ${timeZone}`;
  const formatter =
    formatters.get(place) ?? new Intl.DateTimeFormat(localeOf[language], { timeZone, timeZoneName: 'longGeneric' });
  formatters.set(place, formatter);
  return formatter.formatToParts(Date.parse(at)).find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
}
