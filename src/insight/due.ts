import type { FigureMaker } from '../domain/figures';
import type { Capability, Ports } from '../domain/ports';
import type { SurveyAnswers, SurveyKeys } from '../domain/survey-ports';
import type { DueDeclarations } from '../member/declare-due';
import { publishFigures } from './publish-figures';

declare module '../domain/due-work' {
  interface RefByKind {
    figures: 'survey round';
  }
}

/** What falls due of figures. */
export const insightDue = {
  figures: { step: publishFigures, whenClosed: 'done' },
} as const satisfies DueDeclarations<'figures', Ports<Capability> & SurveyAnswers & SurveyKeys & FigureMaker>;
