import type { Programme } from '../domain/programme';
import type { Participant } from '../domain/participant';
import type { AnswerSheet, ResponseStatus, SurveyRound } from '../domain/survey';
import { surveyPages, type AskedQuestion } from '../domain/survey-pages';
import type { SurveyAnswers, SurveyKeys } from '../domain/survey-ports';
import type { Press } from '../member/press';
import { asGiven, findOwnSheet, type FoundSheet } from './find-own-sheet';
import { askedSide } from './find-side';
import { findStatus } from './find-status';
import { ownerOf, type SheetOwner } from './pseudonym';
import { knownSurveyKey, surveyKey } from './read-survey-key';
import { drawSurvey, type CommentWarning, type SurveyView } from './survey-view';

/** A press on a survey, and what it may reach. */
export type SurveyPress = Press<'programmes' | 'ids' | 'work' | 'secrets', SurveyAnswers & SurveyKeys>;

/** Which survey is pressed; of a pulse, about which pair. */
export interface SurveyRef {
  readonly surveyRound: string;
  readonly pairId?: string | undefined;
}

/** What somebody wrote in a survey in their own words. */
export interface CommentRef extends SurveyRef {
  /** The question of HR's own that it answers. */
  readonly question?: string | undefined;
}

/** A survey that was put to whoever presses, with their own sheet of it. */
export interface OwnSurvey {
  readonly programme: Programme;
  readonly participant: Participant;
  readonly round: SurveyRound;
  /** What they are asked, page by page. */
  readonly pages: readonly (readonly AskedQuestion[])[];
  readonly status: ResponseStatus;
  readonly key: string;
  readonly owner: SheetOwner;
  readonly found: FoundSheet;
  /** Answers are taken. */
  readonly isOpen: true;
  /** How it stands, or how it will after the press; `editing`: as a form of what was said so far. */
  readonly view: (found?: FoundSheet, editing?: Editing) => SurveyView;
}

/** How a form is drawn: its page, and what it warns of. */
export interface Editing {
  readonly page?: number | undefined;
  readonly warning?: readonly CommentWarning[];
}

/** A survey that takes no answer (any more): it is too late, or it was skipped. */
export interface EndedSurvey {
  readonly isOpen: false;
  readonly view: () => SurveyView;
}

/** Undefined where there is no such round, it was never put to them, or they are no participant. Throws as the survey's key and sheets do. */
export async function loadOwnSurvey(
  { ports, member, context }: SurveyPress,
  { surveyRound, pairId }: SurveyRef,
): Promise<OwnSurvey | EndedSurvey | undefined> {
  const { participant, reader } = member;
  const programme = member.programme.value;
  if (participant === undefined) return undefined;
  const [round, status] = await Promise.all([
    ports.programmes.get(programme.id, 'survey-round', surveyRound),
    findStatus(ports, programme.id, surveyRound, participant.key, pairId),
  ]);
  if (round === undefined || status === undefined) return undefined;
  const isOpen = isTaking(round.value, context);
  const pages = surveyPages(round.value, await askedSide(ports, programme.id, round.value, participant.value));
  const draw = ({ content }: FoundSheet, editing?: Editing): SurveyView =>
    drawSurvey(programme, round.value, status.value, reader, context.now, {
      pages,
      ...(content === undefined ? {} : { own: asGiven(content) }),
      editing: editing !== undefined,
      late: !isOpen,
      ...(editing?.page === undefined ? {} : { page: editing.page }),
      ...(editing?.warning === undefined ? {} : { warning: editing.warning }),
    });
  // A late press makes no key: one that was destroyed would come back, and nothing would destroy it again.
  const key = isOpen ? await surveyKey(ports, programme.id, context.now) : await knownSurveyKey(ports, programme.id);
  if (key === undefined) return { isOpen: false, view: () => draw({}) };
  const owner = ownerOf(ports, key, participant.key, pairId);
  const found = await findOwnSheet(ports, key, programme.id, surveyRound, owner);
  const isSkipped = found.content?.state === 'skipped' || status.value.state === 'skipped';
  if (!isOpen || isSkipped) return { isOpen: false, view: () => draw(found) };
  return {
    programme,
    participant: participant.value,
    round: round.value,
    pages,
    status: status.value,
    key,
    owner,
    found,
    isOpen: true,
    view: (now = found, editing) => draw(now, editing),
  };
}

/** Whether the round takes answers now: not once its time is over, also where the server has not closed it yet. */
export function isTaking(round: SurveyRound, { now }: { readonly now: string }): boolean {
  return round.state !== 'closed' && now < round.closesAt;
}

/** What a sheet says of the questions it answers. */
export function asksOf({ instrument, own }: SurveyRound): Pick<AnswerSheet, 'instrument' | 'version'> {
  return { instrument, ...(own === undefined ? {} : { version: own.version }) };
}
