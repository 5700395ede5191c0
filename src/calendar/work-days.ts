import { Temporal } from 'temporal-polyfill';
import { weekEnds } from './work-week';

/** Where somebody works: the country (ISO 3166), and their site where it tells the part of the country. */
export interface WorkPlace {
  readonly country?: string | undefined;
  readonly site?: string | undefined;
}

/** The hour of the clock from which an ISO date is a public holiday where somebody works: 0 all day, 24 not at all. */
export type HolidayFrom = (place: WorkPlace, date: string) => number;

/** The hour of the clock at which the work of an ISO date ends: 24 on a day like others, 0 on a day of rest, between them on half a day. */
export type WorkEnds = (date: string) => number;

/** When work ends where somebody works, by the week and the public holidays there. */
export function workEndsAt(ports: { readonly holidayFrom: HolidayFrom }, place: WorkPlace): WorkEnds {
  return (date) => Math.min(weekEnds(place.country, date), ports.holidayFrom(place, date));
}

const noon = Temporal.PlainTime.from('12:00');

/** Whether people are at work at the hour of the day, and the day happens: a zone may leave one out (Apia, 30 December 2011). */
export function isWorkingAt(hour: number, day: Temporal.PlainDate, timeZone: string, workEnds: WorkEnds): boolean {
  return (
    workEnds(day.toString()) > hour && day.toZonedDateTime({ timeZone, plainTime: noon }).toPlainDate().equals(day)
  );
}
