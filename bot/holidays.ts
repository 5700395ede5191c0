import Holidays from 'date-holidays';
import { Temporal } from 'temporal-polyfill';
import type { HolidayFrom } from '../src/calendar/work-days';
import { regionOfSite } from './holiday-regions';

/**
 * Public holidays where somebody works, from the tables of date-holidays, with those of the part of the country that their site names; a country it does not
 * know has none. Feasts of several days are holidays to their end. A bank holiday that begins in the day takes the rest of it.
 */
export function createHolidayFrom(): HolidayFrom {
  const years = new Map<string, ReadonlyMap<string, number>>();
  return ({ country = '', site = '' }, date) => {
    const year = Number(date.slice(0, 4));
    if (!/^[A-Z]{2}$/i.test(country) || Number.isNaN(year)) return 24;
    const region = regionOfSite(country.toUpperCase(), site);
    const key = `${country}|${region ?? ''}|${String(year)}`;
    const known = years.get(key) ?? holidaysOf(country.toUpperCase(), region, year);
    years.set(key, known);
    return known.get(date) ?? 24;
  };
}

/** By ISO date, the hour from which it is a holiday. */
function holidaysOf(country: string, region: string | undefined, year: number): ReadonlyMap<string, number> {
  const calendar = region === undefined ? new Holidays(country) : new Holidays(country, region);
  const from = new Map<string, number>();
  const add = (date: string, hour: number): void => void from.set(date, Math.min(hour, from.get(date) ?? 24));
  // The last days of a feast may lie in the year after the one that it begins in.
  for (const { type, date, start, end } of [year - 1, year].flatMap((one) => calendar.getHolidays(one))) {
    const hour = Number(date.slice(11, 13));
    const halfDay = hour > 0 && (type === 'bank' || type === 'public');
    if (type !== 'public' && !halfDay) continue;
    const first = Temporal.PlainDate.from(date.slice(0, 10));
    const days = halfDay ? 1 : Math.max(1, Math.round((end.getTime() - start.getTime()) / dayMilliseconds));
    for (let day = 0; day < days; day++) add(first.add({ days: day }).toString(), day === 0 ? hour : 0);
  }
  return from;
}

const dayMilliseconds = 86_400_000;
