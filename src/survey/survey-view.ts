import type { Reader } from '../domain/view';
import type { Programme } from '../domain/programme';
import type { Ports } from '../domain/ports';
import { instrumentQuestions } from '../domain/instruments';
import { findStatus } from './find-status';
import type { Instrument, ResponseStatus, SurveyRound } from '../domain/survey';
import type { Instant } from '../kernel/clock';
import type { Question } from '../domain/instruments';
import type { OfProgramme } from '../domain/view';

export interface SurveyView extends OfProgramme {
  readonly card: 'survey';
  readonly state: 'open' | 'answered' | 'skipped' | 'closed';
  readonly reminder: boolean;
  readonly surveyRound: string;
  /** The pair whose session a pulse asks about. */
  readonly pairId?: string;
  readonly instrument: Instrument;
  readonly questions: readonly Question[];
  readonly closesAt: Instant;
  /** Session number for a pulse. */
  readonly number?: number;
}

declare module '../domain/view' {
  interface ViewByCard {
    survey: SurveyView;
  }
}

/** The survey as it stands for one person, about one of their pairs where it is a pulse; undefined where the round does not exist or does not ask them. */
export async function surveyView(
  ports: Ports<'programmes'>,
  programme: Programme,
  roundId: string,
  participantId: string,
  reader: Reader,
  about: { readonly pairId?: string | undefined; readonly reminder?: boolean } = {},
): Promise<SurveyView | undefined> {
  const [round, status] = await Promise.all([
    ports.programmes.get(programme.id, 'survey-round', roundId),
    findStatus(ports, programme.id, roundId, participantId, about.pairId),
  ]);
  if (round === undefined || status === undefined) return undefined;
  return drawSurvey(programme, round.value, status.value, reader, about.reminder);
}

/** The survey as one person reads it, from its round and their response status; no storage is read. */
export function drawSurvey(
  programme: Programme,
  round: SurveyRound,
  status: ResponseStatus,
  reader: Reader,
  reminder = false,
): SurveyView {
  const number = /^pulse-(\d)$/u.exec(round.id)?.[1];
  return {
    card: 'survey',
    programmeId: programme.id,
    programmeName: programme.plan.name[reader.language],
    state: status.state === 'asked' ? (round.state === 'closed' ? 'closed' : 'open') : status.state,
    reminder,
    surveyRound: round.id,
    ...(status.pairId === undefined ? {} : { pairId: status.pairId }),
    instrument: round.instrument,
    questions: instrumentQuestions(round.instrument),
    closesAt: round.closesAt,
    ...(number === undefined ? {} : { number: Number(number) }),
  };
}
