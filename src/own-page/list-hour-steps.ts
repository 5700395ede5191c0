import type { Instant } from '../kernel/clock';
import type { Side } from '../domain/proposal';
import type { Session } from '../domain/session';
import type { AssistantStepDto, AssistantStepOf } from './step-contract';

/** The side of a pair for which steps are told. */
export interface StepReader {
  readonly programmeId: string;
  readonly side: Side;
}

/**
 * What one side of a pair can do about the hour of a session now. `named` holds the partner's name for the person themselves and
 * nothing for an assistant, who sees times only.
 */
export function listHourSteps<Named extends object>(
  session: Session,
  reader: StepReader,
  named: Named,
  now: Instant,
): readonly (AssistantStepDto & Named)[] {
  switch (session.state) {
    case 'proposing':
      return slotsStep(session, reader, named, now);
    case 'booked':
      return moveStep(session, reader, named, now);
    case 'asked':
    case 'unclear':
    case 'held':
    case 'missed':
    case 'paused':
      return [];
  }
}

function slotsStep<Named extends object>(
  session: Session,
  reader: StepReader,
  named: Named,
  now: Instant,
): readonly (AssistantStepDto & Named)[] {
  const { pairId, number } = session;
  const ref = sessionRef(session, reader.programmeId);
  const slots = session.slots
    .map(({ start, end }, index) => ({ index, start, end }))
    .filter((slot) => slot.start > now);
  if (slots.length === 0) return [];
  return [
    {
      step: 'slots',
      pairId,
      number,
      ...named,
      slots,
      chosen: [...(session.slotAnswers[reader.side]?.suits ?? [])],
      actions: [
        { verb: 'session/suits', ...ref, slots: '' },
        { verb: 'session/none-suit', ...ref },
      ],
    },
  ];
}

function moveStep<Named extends object>(
  session: Session,
  { programmeId }: StepReader,
  named: Named,
  now: Instant,
): readonly (AssistantStepDto & Named)[] {
  const { pairId, number, booked } = session;
  if (booked === undefined || booked.start <= now) return [];
  const actions: AssistantStepOf<'move'>['actions'] = [{ verb: 'session/move', ...sessionRef(session, programmeId) }];
  return [{ step: 'move', pairId, number, ...named, start: booked.start, actions }];
}

/** How an action names the session and the round of its hours. */
export function sessionRef(
  { pairId, number, slotRound }: Session,
  programmeId: string,
): { programmeId: string; pairId: string; number: number; slotRound: number } {
  return { programmeId, pairId, number, slotRound };
}
