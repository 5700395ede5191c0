import type { Capability, Ports } from '../domain/ports';
import type { SurveyAnswers, SurveyKeys } from '../domain/survey-ports';
import type { DueDeclarations } from '../member/declare-due';
import { closeNeedsPoll } from './close-poll';
import { openNeedsPoll } from './open-poll';
import { rewriteBallots } from './rewrite-ballots';

declare module '../domain/due-work' {
  interface RefByKind {
    'needs-poll-open': 'needs poll';
    'needs-poll-night': 'needs poll';
    'needs-poll-close': 'needs poll';
  }
}

/** What falls due of a needs poll. */
export const needsPollDue = {
  'needs-poll-open': { step: openNeedsPoll, whenClosed: 'dropped' },
  'needs-poll-night': { step: rewriteBallots, whenClosed: 'done' },
  // Key and ballots are gone at the close, whatever became of the programme.
  'needs-poll-close': { step: closeNeedsPoll, whenClosed: 'done' },
} as const satisfies DueDeclarations<
  'needs-poll-open' | 'needs-poll-night' | 'needs-poll-close',
  Ports<Capability> & SurveyAnswers & SurveyKeys
>;
