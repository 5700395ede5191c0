import type { Somewhere } from '../calendar/next-contact-time';
import type { WorkPlace } from '../calendar/work-days';
import type { PersonalRecipient } from '../domain/message';
import type { Ports, UseCaseContext } from '../domain/ports';
import type { Projection } from '../domain/projection';
import type { UnitOfWork } from '../domain/unit-of-work';
import { moveWaiting } from './move-waiting';

/** Where somebody was. */
export type Place = { readonly timeZone: string } & WorkPlace;

declare module '../domain/projection' {
  interface FactsByType {
    /** Somebody is written to in another zone or country from now on. */
    moved: { readonly recipient: PersonalRecipient; readonly from: Place };
  }
}

/** Has what waits for somebody follow them once the unit is written, where they are elsewhere; what waits may be long, so that no press waits for it. */
export function followMove(unit: UnitOfWork, recipient: PersonalRecipient, from: Somewhere, to: Somewhere): void {
  const [before, after] = [placeOf(from), placeOf(to)];
  if (before.timeZone !== after.timeZone || before.country !== after.country)
    unit.project({ type: 'moved', recipient, from: before });
}

/** Moves what waits to where they are now, which may be elsewhere again than when this was written. */
export async function projectMove(
  ports: Ports<'programmes' | 'holidayFrom'>,
  programmeId: string,
  { recipient, from }: Projection<'moved'>,
  context: UseCaseContext,
): Promise<void> {
  const to = await placeNow(ports, programmeId, recipient);
  if (to !== undefined) await moveWaiting(ports, programmeId, [{ recipient, from, to }], context);
}

async function placeNow(
  { programmes }: Ports<'programmes'>,
  programmeId: string,
  { to, id }: PersonalRecipient,
): Promise<Somewhere | undefined> {
  switch (to) {
    case 'participant':
      return (await programmes.get(programmeId, 'participant', id))?.value;
    case 'contact':
      return (await programmes.get(programmeId, 'contact', id))?.value;
    case 'account':
      return undefined;
  }
}

function placeOf(somewhere: Somewhere): Place {
  const { timeZone, country, site }: Place = 'profile' in somewhere ? somewhere.profile : somewhere;
  return { timeZone, ...(country === undefined ? {} : { country }), ...(site === undefined ? {} : { site }) };
}
