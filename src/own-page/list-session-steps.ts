import type { Instant } from '../kernel/clock';
import type { Session } from '../domain/session';
import { isAsking } from '../domain/session-rules';
import { listHourSteps, sessionRef, type StepReader } from './list-hour-steps';
import type { StepOf } from './step-contract';

/** What one side of a pair can do about a session now; nothing where it waits for the other or is over. */
export function listSessionSteps(
  session: Session,
  reader: StepReader & { readonly partnerName: string; readonly partnerTimeZone: string },
  now: Instant,
): readonly StepOf<'slots' | 'move' | 'met'>[] {
  const { partnerName, partnerTimeZone } = reader;
  return [...listHourSteps(session, reader, { partnerName, partnerTimeZone }, now), ...metStep(session, reader, now)];
}

function metStep(
  session: Session,
  { programmeId, side, partnerName }: StepReader & { readonly partnerName: string },
  now: Instant,
): readonly StepOf<'met'>[] {
  const { pairId, number, booked, met } = session;
  if (!isAsking(session, now) || booked === undefined || met[side] !== undefined) return [];
  const ref = sessionRef(session, programmeId);
  return [
    {
      step: 'met',
      pairId,
      number,
      partnerName,
      start: booked.start,
      actions: [
        { verb: 'session/met', ...ref },
        { verb: 'session/not-met', ...ref },
      ],
    },
  ];
}
