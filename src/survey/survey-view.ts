import type { Reader } from '../domain/view';
import type { Programme } from '../domain/programme';
import type { Ports } from '../domain/ports';
import { instrumentQuestions } from '../domain/instruments';
import { askedSide } from './find-side';
import { findStatus } from './find-status';
import type { OwnSheet, ReadOwnSheet } from '../domain/own-sheet';
import type { Instrument, ResponseStatus, SurveyRound } from '../domain/survey';
import type { Instant } from '../kernel/clock';
import type { Participant } from '../domain/participant';
import { surveyPages, type AskedQuestion } from '../domain/survey-pages';
import type { OfProgramme } from '../domain/view';

export interface SurveyView extends OfProgramme {
  readonly card: 'survey';
  readonly state: 'open' | 'answered' | 'skipped' | 'closed';
  readonly reminder: boolean;
  readonly surveyRound: string;
  /** The pair whose session a pulse asks about. */
  readonly pairId?: string;
  readonly instrument: Instrument;
  /** Of one page. */
  readonly questions: readonly AskedQuestion[];
  /** From 1. */
  readonly page: number;
  readonly pages: number;
  /** Questions on all pages. */
  readonly total: number;
  readonly closesAt: Instant;
  /** Session number for a pulse. */
  readonly number?: number;
  /** It was answered and can still be changed. */
  readonly isEditable?: true;
  /** Some of it was kept to go on later. */
  readonly isBegun?: true;
  /** What they said so far, where they asked to see it or have just kept it. */
  readonly given?: Readonly<Record<string, string>>;
  /** They wrote a comment, which they may see and take away. */
  readonly hasComment?: true;
  /** The comment, where they asked to see it. */
  readonly comment?: string;
  /** What the comment holds that is better left out; it is not sent yet. */
  readonly warning?: readonly CommentWarning[];
}

/** `name`: of a person of the programme. `health`: a word on somebody's health. */
export type CommentWarning = 'name' | 'health';

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
  me: Participant,
  reader: Reader,
  about: {
    readonly ownSheet: ReadOwnSheet;
    readonly now: Instant;
    readonly pairId?: string | undefined;
    readonly reminder?: boolean;
  },
): Promise<SurveyView | undefined> {
  const { pairId, ownSheet, now, reminder = false } = about;
  const [round, status, own] = await Promise.all([
    ports.programmes.get(programme.id, 'survey-round', roundId),
    findStatus(ports, programme.id, roundId, me.id, pairId),
    ownSheet(roundId, pairId),
  ]);
  if (round === undefined || status === undefined) return undefined;
  const pages = surveyPages(round.value, await askedSide(ports, programme.id, round.value, me));
  return drawSurvey(programme, round.value, status.value, reader, now, { pages, ...(own && { own }), reminder });
}

/**
 * The survey as one person reads it, from its round and the pages they are asked, their response status and their own sheet, which knows of a press before the status does; no storage is
 * read. What they said stands in it only where it is `editing`.
 */
export function drawSurvey(
  programme: Programme,
  round: SurveyRound,
  status: ResponseStatus,
  reader: Reader,
  now: Instant,
  about: {
    readonly pages: readonly (readonly AskedQuestion[])[];
    readonly own?: OwnSheet;
    readonly reminder?: boolean;
    readonly editing?: boolean;
    readonly page?: number;
    /** The press came too late: what it was to change is as it was. */
    readonly late?: boolean;
    readonly showsComment?: boolean;
    readonly warning?: readonly CommentWarning[];
  },
): SurveyView {
  const {
    pages,
    own,
    reminder = false,
    editing = false,
    page = 1,
    late = false,
    showsComment = false,
    warning = [],
  } = about;
  const number = /^pulse-(\d)$/u.exec(round.id)?.[1];
  const isClosed = round.state === 'closed' || now >= round.closesAt;
  const said = own === undefined || own.state === 'begun' ? status.state : own.state;
  const isAnswered = said === 'answered';
  const comment = isAnswered && own !== undefined ? commentIn(round.instrument, own.given) : undefined;
  return {
    card: 'survey',
    programmeId: programme.id,
    programmeName: programme.plan.name[reader.language],
    state: said === 'asked' || (isAnswered && (editing || late)) ? (isClosed ? 'closed' : 'open') : said,
    reminder,
    surveyRound: round.id,
    ...(status.pairId === undefined ? {} : { pairId: status.pairId }),
    instrument: round.instrument,
    questions: pages[page - 1] ?? [],
    page,
    pages: pages.length,
    total: pages.flat().length,
    closesAt: round.closesAt,
    ...(number === undefined ? {} : { number: Number(number) }),
    ...(isAnswered && !isClosed ? { isEditable: true } : {}),
    ...(own !== undefined && editing ? { given: own.given } : {}),
    ...(own?.state === 'begun' && !editing ? { isBegun: true } : {}),
    ...(comment !== undefined && !editing ? { hasComment: true } : {}),
    ...(comment !== undefined && showsComment ? { comment } : {}),
    ...(warning.length > 0 ? { warning } : {}),
  };
}

/** The comment of a sheet, as a form has it. */
export function commentIn(instrument: Instrument, given: Readonly<Record<string, string>>): string | undefined {
  const question = instrumentQuestions(instrument).find(({ type }) => type === 'comment');
  return question === undefined ? undefined : given[question.id];
}
