import type { Capability, Ports } from '../domain/ports';
import type { SurveyAnswers, SurveyKeys } from '../domain/survey-ports';
import type { DueDeclarations } from '../member/declare-due';
import { destroySurveyKey } from './destroy-survey-key';
import { closeRound, openRound, remindRound } from './due-survey';

declare module '../domain/due-work' {
  interface RefByKind {
    'round-open': 'survey round';
    'round-remind': 'survey round';
    'round-close': 'survey round';
    'answers-expire': 'programme id';
  }
}

/** What falls due of a survey. */
export const surveyDue = {
  'round-open': { step: openRound, whenClosed: 'dropped' },
  'round-remind': { step: remindRound, whenClosed: 'dropped' },
  'round-close': { step: closeRound, whenClosed: 'done' },
  'answers-expire': { step: destroySurveyKey, whenClosed: 'done' },
} as const satisfies DueDeclarations<
  'round-open' | 'round-remind' | 'round-close' | 'answers-expire',
  Ports<Capability> & SurveyAnswers & SurveyKeys
>;
