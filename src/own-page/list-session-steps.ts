import type { Instant } from '../kernel/clock';
import type { OfferedPress } from './offered-press-contract';
import type { Side } from '../domain/proposal';
import type { Session } from '../domain/session';
import type { StepDto } from './api-contract';

/** For whom the steps are told; a delegate sees times and nothing else. */
export interface StepReader {
  readonly programmeId: string;
  readonly side: Side;
  readonly asDelegate: boolean;
  readonly partnerName: string;
}

/** What one side of a pair can do about a session now; nothing where it waits for the other or is over. */
export function listSessionSteps(session: Session, reader: StepReader, now: Instant): readonly StepDto[] {
  switch (session.state) {
    case 'proposing':
      return slotsStep(session, reader, now);
    case 'booked':
      return moveStep(session, reader, now);
    case 'asked':
    case 'unclear':
      return reader.asDelegate ? [] : metStep(session, reader);
    case 'held':
    case 'missed':
    case 'paused':
      return [];
  }
}

function slotsStep(session: Session, reader: StepReader, now: Instant): readonly StepDto[] {
  const slots = session.slots
    .map(({ start, end }, index) => ({ index, start, end }))
    .filter((slot) => slot.start > now);
  if (slots.length === 0) return [];
  return [
    {
      step: 'slots',
      ...about(session, reader),
      slots,
      chosen: [...(session.slotAnswers[reader.side]?.suits ?? [])],
      actions: [
        { verb: 'session/suits', ...ref(session, reader), slots: '' },
        { verb: 'session/none-suit', ...ref(session, reader) },
      ],
    },
  ];
}

function moveStep(session: Session, reader: StepReader, now: Instant): readonly StepDto[] {
  if (session.booked === undefined || session.booked.start <= now) return [];
  return [
    {
      step: 'move',
      ...about(session, reader),
      start: session.booked.start,
      actions: [{ verb: 'session/move', ...ref(session, reader) }],
    },
  ];
}

function metStep(session: Session, reader: StepReader): readonly StepDto[] {
  if (session.booked === undefined || session.met[reader.side] !== undefined) return [];
  const actions: OfferedPress[] = [
    { verb: 'session/met', ...ref(session, reader) },
    { verb: 'session/not-met', ...ref(session, reader) },
  ];
  return [{ step: 'met', ...about(session, reader), start: session.booked.start, actions }];
}

function ref(
  session: Session,
  reader: StepReader,
): { programmeId: string; pairId: string; number: number; round: number } {
  return { programmeId: reader.programmeId, pairId: session.pairId, number: session.number, round: session.slotRound };
}

function about(session: Session, reader: StepReader): Pick<StepDto, 'pairId' | 'number' | 'partnerName'> {
  return {
    pairId: session.pairId,
    number: session.number,
    ...(reader.asDelegate ? {} : { partnerName: reader.partnerName }),
  };
}
