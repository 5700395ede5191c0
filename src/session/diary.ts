import { readAll } from '../kernel/read-all';
import type { Instant } from '../kernel/clock';
import type { Participant } from '../domain/participant';
import type { Ports } from '../domain/ports';
import type { Diary } from './find-slots';
import type { Slot } from '../domain/session';
import { takenHours } from './take-hours';

/**
 * What the product knows of a person's time: working hours, public holidays, what is booked over all programmes; in this one as it is
 * now, in others as it was a second ago.
 */
export async function diaryOf(
  ports: Ports<'programmes' | 'people' | 'holidayFrom'>,
  programmeId: string,
  person: Participant,
  from: Instant,
  to: Instant,
): Promise<Diary> {
  const busy: Slot[] = [...(await takenHours(ports, programmeId, person.id, dayBefore(from), to))];
  if (person.directoryId !== undefined) {
    for await (const row of readAll(ports.people, person.directoryId, 'booked', { from: dayBefore(from), to }))
      busy.push(row.value);
  }
  const { profile } = person;
  return {
    timeZone: profile.timeZone,
    availability: profile.availability,
    busy,
    holidayFrom: (date) => ports.holidayFrom(profile, date),
  };
}

function dayBefore(at: Instant): Instant {
  return new Date(Date.parse(at) - 86_400_000).toISOString();
}
