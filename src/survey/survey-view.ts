import type { Reader } from '../domain/view';
import type { Programme } from '../domain/programme';
import type { Ports } from '../domain/ports';
import { askedSide } from './find-side';
import { findStatus } from './find-status';
import type { OwnSheet, ReadOwnSheet } from '../domain/own-sheet';
import type { Instrument, ResponseStatus, SurveyRound } from '../domain/survey';
import type { Instant } from '../kernel/clock';
import type { Participant } from '../domain/participant';
import {
  isInWords,
  surveyPages,
  wordQuestions,
  type AskedQuestion,
  type AskedRound,
  type WordQuestion,
} from '../domain/survey-pages';
import type { Localised } from '../language/languages';
import { thresholdsOf } from '../privacy/small-groups';
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
  readonly fewest: FewestTold;
  /** Session number for a pulse. */
  readonly number?: number;
  /** It was answered and can still be changed. */
  readonly isEditable?: true;
  /** Some of it was kept to go on later. */
  readonly isBegun?: true;
  /** What they said so far, where they asked to see it or have just kept it. */
  readonly given?: Readonly<Record<string, string>>;
  /** They wrote something in words, which they may see and take away. */
  readonly hasComment?: true;
  /** What they wrote, where they asked to see it. */
  readonly comment?: string;
  /** The question of HR's own that this answers. */
  readonly commentTo?: { readonly id: string; readonly words: Localised<string> };
  /** Another question that they answered in words. */
  readonly nextComment?: string;
  /** What the comment holds that is better left out; it is not sent yet. */
  readonly warning?: readonly CommentWarning[];
}

/** Of how many people something is told at least, as the programme has it: figures, and words where the reader is asked for any. */
export interface FewestTold {
  readonly scores: number;
  readonly comments?: number;
}

/** `name`: what looks like one, or a partner's. `health`: a word on somebody's health. */
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
    /** What was written to a question, or to the first that was answered in words. */
    readonly shows?: { readonly question?: string | undefined };
    readonly warning?: readonly CommentWarning[];
  },
): SurveyView {
  const { pages, own, reminder = false, editing = false, page = 1, late = false, shows, warning = [] } = about;
  const number = /^pulse-(\d)$/u.exec(round.id)?.[1];
  const isClosed = round.state === 'closed' || now >= round.closesAt;
  const said = own === undefined || own.state === 'begun' ? status.state : own.state;
  const isAnswered = said === 'answered';
  const written = isAnswered && own !== undefined ? writtenIn(round, own.given) : [];
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
    fewest: fewestFor(programme, pages.flat()),
    ...(number === undefined ? {} : { number: Number(number) }),
    ...(isAnswered && !isClosed ? { isEditable: true } : {}),
    ...(own !== undefined && editing ? { given: own.given } : {}),
    ...(own?.state === 'begun' && !editing ? { isBegun: true } : {}),
    ...(written.length > 0 && !editing ? { hasComment: true } : {}),
    ...(shows === undefined ? {} : shownOf(written, shows.question)),
    ...(warning.length > 0 ? { warning } : {}),
  };
}

/** What whoever is asked these questions reads of the programme's thresholds. */
export function fewestFor({ plan }: Programme, asked: readonly AskedQuestion[]): FewestTold {
  const { scores, comments } = thresholdsOf(plan);
  return { scores, ...(asked.some(isInWords) ? { comments } : {}) };
}

/** What somebody wrote to a question. */
export interface WrittenComment extends WordQuestion {
  readonly text: string;
}

/** What was written in words, as a form has it, by question. */
export function writtenIn(round: AskedRound, given: Readonly<Record<string, string>>): readonly WrittenComment[] {
  return wordQuestions(round).flatMap((question) => {
    const text = given[question.id];
    return text === undefined ? [] : [{ ...question, text }];
  });
}

/** One at a time: a card with all of them would be larger than Teams takes. */
function shownOf(
  written: readonly WrittenComment[],
  question: string | undefined,
): Pick<SurveyView, 'comment' | 'commentTo' | 'nextComment'> {
  const at = question === undefined ? 0 : written.findIndex(({ id }) => id === question);
  const shown = written[at];
  if (shown === undefined) return {};
  const next = written[(at + 1) % written.length];
  return {
    comment: shown.text,
    ...(shown.own === undefined ? {} : { commentTo: { id: shown.id, words: shown.own.words } }),
    ...(next === undefined || next === shown ? {} : { nextComment: next.id }),
  };
}
