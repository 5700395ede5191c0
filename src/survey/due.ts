import type { Capability, Ports } from '../domain/ports';
import type { SurveyAnswers, SurveyKeys } from '../domain/survey-ports';
import type { DueDeclarations } from '../member/declare-due';
import { closeRound } from './close-round';
import { destroySurveyKey } from './destroy-survey-key';
import { keepRoundComments } from './keep-round-comments';
import { openRound } from './open-round';
import { remindRound } from './remind-round';
import { sealNight } from './seal-night';

declare module '../domain/due-work' {
  interface RefByKind {
    'survey-open': 'survey round';
    'survey-remind': 'survey round';
    'survey-close': 'survey round';
    'answers-expire': 'programme id';
    comments: 'survey round';
    nightly: 'programme id';
  }
}

/** What falls due of a survey. */
export const surveyDue = {
  // The follow-up comes after the end; the other rounds have closed by then.
  'survey-open': { step: openRound, whenClosed: 'done' },
  'survey-remind': { step: remindRound, whenClosed: 'done' },
  'survey-close': { step: closeRound, whenClosed: 'done' },
  'answers-expire': { step: destroySurveyKey, whenClosed: 'done' },
  nightly: { step: sealNight, whenClosed: 'done' },
  comments: { step: keepRoundComments, whenClosed: 'done' },
} as const satisfies DueDeclarations<
  'survey-open' | 'survey-remind' | 'survey-close' | 'answers-expire' | 'comments' | 'nightly',
  Ports<Capability> & SurveyAnswers & SurveyKeys
>;
