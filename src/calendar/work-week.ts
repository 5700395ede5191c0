import { Temporal } from 'temporal-polyfill';

/** Days of a week, Monday is 1. */
type Rest = readonly number[];

/** Where nobody said in which country. */
const usualRest: Rest = [6, 7];

/** Days of rest that the Unicode CLDR (48) leaves to the world's Saturday and Sunday, by the law of the country. */
const otherRest: ReadonlyMap<string, Rest> = new Map([
  ['BD', [5, 6]],
  ['BN', [5, 7]],
  ['DJ', [5]],
  ['MV', [5, 6]],
  ['NP', [6]],
  ['SO', [5]],
]);

/** Of a country with one day of rest, the hour at which offices close on the day before it. */
const halfDayEnds = 13;

/** Half days of a country with two days of rest: Friday in the United Arab Emirates since 2022, by weekday. */
const halfDays: ReadonlyMap<string, ReadonlyMap<number, number>> = new Map([['AE', new Map([[5, 12]])]]);

/** The hour of the clock at which work ends on an ISO date by the week of the country (ISO 3166), holidays apart: 24, 0, or the end of half a day. */
export function weekEnds(country: string | undefined, date: string): number {
  return endsOn(country, Temporal.PlainDate.from(date).dayOfWeek);
}

/** Weekdays, Monday is 1, on which people work all day in the country: five at most, in the order of a week from Monday. */
export function wholeWorkdays(country: string | undefined): readonly number[] {
  return [1, 2, 3, 4, 5, 6, 7].filter((weekday) => endsOn(country, weekday) === 24);
}

function endsOn(country: string | undefined, weekday: number): number {
  const rest = restOf(country);
  if (rest.includes(weekday)) return 0;
  const [only, ...more] = rest;
  if (more.length === 0 && only === (weekday % 7) + 1) return halfDayEnds;
  return halfDays.get(country ?? '')?.get(weekday) ?? 24;
}

function restOf(country: string | undefined): Rest {
  if (country === undefined || !/^[A-Z]{2}$/u.test(country)) return usualRest;
  const known = otherRest.get(country) ?? knownRest.get(country);
  if (known !== undefined) return known;
  const locale = new Intl.Locale(`und-${country}`) as WeekLocale;
  const { weekend } = locale.getWeekInfo?.() ?? locale.weekInfo ?? { weekend: usualRest };
  knownRest.set(country, weekend);
  return weekend;
}

const knownRest = new Map<string, Rest>();

/** The week was a property before it was a method; TypeScript knows neither. */
interface WeekLocale extends Intl.Locale {
  readonly weekInfo?: { readonly weekend: Rest };
  getWeekInfo?(): { readonly weekend: Rest };
}
