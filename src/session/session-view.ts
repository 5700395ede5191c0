import { shownName } from '../member/reader';
import type { CardView, Reader } from '../domain/view';
import { plusDays, type Instant } from '../kernel/clock';
import type { Participant } from '../domain/participant';
import type { Programme } from '../domain/programme';
import type { Side } from '../domain/proposal';
import type { Session } from '../domain/session';
import { isAsking, mayMove } from '../domain/session-rules';
import type { OfProgramme } from '../domain/view';
import { sessionOffView } from './session-off-view';

export interface SlotView {
  readonly index: number;
  readonly start: Instant;
  readonly end: Instant;
}

export interface SlotsView extends OfProgramme {
  readonly card: 'slots';
  /** answered: waiting for the other. stale: another set of slots or another state has replaced it. */
  readonly state: 'open' | 'answered' | 'stale';
  readonly asDelegate: boolean;
  readonly pairId: string;
  readonly number: number;
  readonly slotRound: number;
  /** Absent for a delegate, who sees times and nothing else. */
  readonly partnerName?: string;
  readonly partnerTimeZone?: string;
  readonly slots: readonly SlotView[];
  readonly chosen: readonly number[];
  /** Of the first session: the reader has not accepted the charter of the pair. */
  readonly charterFirst?: true;
}

export interface BookedView extends OfProgramme {
  readonly card: 'booked';
  readonly asDelegate: boolean;
  readonly pairId: string;
  readonly number: number;
  readonly slotRound: number;
  readonly partnerName?: string;
  readonly partnerTimeZone?: string;
  readonly start: Instant;
  readonly end: Instant;
  /** Signed address of the iCalendar file. */
  readonly calendarPath: string;
  readonly canMove: boolean;
  /** Of the first session: the reader has not accepted the charter of the pair. */
  readonly charterFirst?: true;
}

export interface MetView extends OfProgramme {
  readonly card: 'met';
  readonly state: 'open' | 'answered-no' | 'closed';
  /** The hour was not held and its month has time left. */
  readonly canMove: boolean;
  readonly pairId: string;
  readonly number: number;
  readonly slotRound: number;
  readonly partnerName: string;
  readonly start: Instant;
}

declare module '../domain/view' {
  interface ViewByCard {
    slots: SlotsView;
    booked: BookedView;
    met: MetView;
  }
}

export interface SessionReader {
  readonly reader: Reader;
  readonly side: Side;
  readonly asDelegate: boolean;
  readonly partner: Participant;
  /** This side has accepted the charter of the pair. */
  readonly hasAcceptedCharter: boolean;
  /** Address of the iCalendar file for this side. */
  readonly calendarPath: string;
}

/** The session's card as it stands for one side, whatever card was pressed: slots, booking, question or end. */
export function sessionView(programme: Programme, session: Session, who: SessionReader, now: Instant): CardView {
  switch (session.state) {
    case 'proposing':
      return slotsView(programme, session, who, now);
    case 'paused':
      return sessionOffView(programme, who.reader, session.number, 'on-hold');
    case 'booked':
      return bookedView(programme, session, who, now);
    case 'asked':
    case 'unclear':
    case 'held':
    case 'missed':
      // Whether they met is the pair's: a delegate reads that these times are over.
      return who.asDelegate ? slotsView(programme, session, who, now) : metView(programme, session, who, now);
  }
}

/** The slots offered, times only for a delegate. */
export function slotsView(programme: Programme, session: Session, who: SessionReader, now: Instant): CardView {
  const answer = session.slotAnswers[who.side];
  return {
    card: 'slots',
    ...heading(programme, who.reader),
    state: session.state !== 'proposing' ? 'stale' : answer === undefined ? 'open' : 'answered',
    asDelegate: who.asDelegate,
    ...refs(session),
    ...partnerWords(who),
    slots: session.slots.map((slot, index) => ({ index, ...slot })).filter((slot) => slot.start > now),
    chosen: answer?.suits ?? [],
    ...charterFirst(session, who),
  };
}

function bookedView(programme: Programme, session: Session, who: SessionReader, now: Instant): CardView {
  const booked = session.booked ?? { start: session.windowStart, end: session.windowEnd };
  return {
    card: 'booked',
    ...heading(programme, who.reader),
    asDelegate: who.asDelegate,
    ...refs(session),
    ...partnerWords(who),
    ...booked,
    calendarPath: who.calendarPath,
    canMove: now < booked.start,
    ...charterFirst(session, who),
  };
}

function metView(programme: Programme, session: Session, who: SessionReader, now: Instant): CardView {
  const mine = session.met[who.side];
  const open = isAsking(session, now) && mine === undefined;
  return {
    card: 'met',
    ...heading(programme, who.reader),
    state: open ? 'open' : mine === 'no' ? 'answered-no' : 'closed',
    canMove: mayMove(session, session.slotRound) && plusDays(now, 1) < session.windowEnd,
    ...refs(session),
    partnerName: shownName(who.partner.profile.name, who.reader.culture),
    start: session.booked?.start ?? session.windowStart,
  };
}

function heading(programme: Programme, reader: Reader): { programmeId: string; programmeName: string } {
  return { programmeId: programme.id, programmeName: programme.plan.name[reader.language] };
}

function refs(session: Session): { pairId: string; number: number; slotRound: number } {
  return { pairId: session.pairId, number: session.number, slotRound: session.slotRound };
}

function partnerWords(who: SessionReader): { partnerName?: string; partnerTimeZone?: string } {
  if (who.asDelegate) return {};
  return {
    partnerName: shownName(who.partner.profile.name, who.reader.culture),
    partnerTimeZone: who.partner.profile.timeZone,
  };
}

/** Times are offered all the same; nobody accepts for somebody else, so that a delegate is told nothing of it. */
function charterFirst({ number }: Session, who: SessionReader): { charterFirst?: true } {
  return number === 1 && !who.asDelegate && !who.hasAcceptedCharter ? { charterFirst: true } : {};
}
