import Holidays from 'date-holidays';
import type { IsHoliday } from '../src/calendar/next-contact-time';

/** Public holidays by country, from the tables of date-holidays; a country it does not know has none. */
export function createIsHoliday(): IsHoliday {
  const years = new Map<string, ReadonlySet<string>>();
  return (country, date) => {
    const year = Number(date.slice(0, 4));
    const key = `${country}|${String(year)}`;
    const known = years.get(key) ?? publicHolidays(country, year);
    years.set(key, known);
    return known.has(date);
  };
}

function publicHolidays(country: string, year: number): ReadonlySet<string> {
  if (!/^[A-Z]{2}$/i.test(country) || Number.isNaN(year)) return new Set();
  const holidays = new Holidays(country.toUpperCase()).getHolidays(year);
  // Some last several days; the date they begin with is enough for a working day's sake.
  return new Set(holidays.filter(({ type }) => type === 'public').map(({ date }) => date.slice(0, 10)));
}
