import type { Instant } from '../kernel/clock';
import type { Programme } from '../domain/programme';
import type { Side } from '../domain/proposal';
import type { Session, Slot } from '../domain/session';
import type { OfProgramme, Reader } from '../domain/view';
import { shownName } from '../member/reader';
import type { PairPeople } from '../pair/load-pair';
import type { OwnSession } from './rules';
import { sessionWords, type SessionWords } from './session-words';

interface OfSession extends OfProgramme {
  readonly card: 'agenda';
  readonly number: number;
}

/** What a session is for, to one of its two. */
export interface AgendaAheadView extends OfSession {
  readonly state: 'ahead';
  readonly partnerName: string;
  readonly partnerTimeZone: string;
  readonly start: Instant;
  readonly end: Instant;
  readonly aim: string;
  readonly agenda: SessionWords['agenda'];
  /** One to start from. */
  readonly question: string;
  readonly prepare: string;
}

/** In its place once the session is no longer at that time. */
export interface AgendaChangedView extends OfSession {
  readonly state: 'changed';
}

export type AgendaView = AgendaAheadView | AgendaChangedView;

declare module '../domain/view' {
  interface ViewByCard {
    agenda: AgendaView;
  }
}

/** The agenda of a session at the time that is booked, for one side. */
export function agendaView(
  programme: Programme,
  { pair, mentor, mentee }: PairPeople,
  side: Side,
  { number }: Session,
  { start, end }: Slot,
  planned: OwnSession,
  reader: Reader,
): AgendaView {
  const partner = (side === 'mentor' ? mentee : mentor).value.profile;
  const { aim, agenda, questions, prepare } = sessionWords(planned, {
    language: reader.language,
    side,
    mentor: shownName(mentor.value.profile.name, reader.culture),
    mentee: shownName(mentee.value.profile.name, reader.culture),
    topics: pair.value.topics,
  });
  return {
    ...of(programme, number, reader),
    state: 'ahead',
    partnerName: shownName(partner.name, reader.culture),
    partnerTimeZone: partner.timeZone,
    start,
    end,
    aim,
    agenda,
    question: questions[0] ?? '',
    prepare,
  };
}

/** That the session is no longer at the time of an agenda that was sent. */
export function agendaChangedView(programme: Programme, number: number, reader: Reader): AgendaView {
  return { ...of(programme, number, reader), state: 'changed' };
}

function of({ id, plan }: Programme, number: number, { language }: Reader): OfSession {
  return { card: 'agenda', programmeId: id, programmeName: plan.name[language], number };
}
