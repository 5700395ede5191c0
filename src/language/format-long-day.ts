import type { Instant } from '../kernel/clock';
import { localeOf, type Language } from './languages';

/** The day with its year, as a document is dated: « 1er juillet 2027 », "1 July 2027". */
export function formatLongDay(instant: Instant, timeZone: string, language: Language): string {
  const written = new Intl.DateTimeFormat(localeOf[language], {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone,
  });
  return written
    .formatToParts(Date.parse(instant))
    .map(({ type, value }) => (language === 'fr' && type === 'day' && value === '1' ? '1er' : value))
    .join('');
}
