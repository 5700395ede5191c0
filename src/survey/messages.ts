import type { MessageKind } from '../domain/message';
import type { MessageDeclaration } from '../member/declare-message';
import { prepareSurvey } from './prepare-survey';
import { surveyText } from './text/survey-text';

declare module '../domain/message' {
  interface SubjectByKind {
    survey: { readonly surveyRound: string; readonly pairId?: string };
    'survey-reminder': { readonly surveyRound: string; readonly pairId?: string };
  }
}

/** What the bot says of itself about a survey. */
export const surveyMessages = {
  survey: {
    participant: prepareSurvey,
    waitsForReturn: true,
    whenAmbiguous: 'send-again',
    listing: { words: (language) => surveyText(language, 'message.survey'), namedForRemedyOnly: true },
    class: { is: 'unprompted', priority: 3 },
  },
  'survey-reminder': {
    participant: prepareSurvey,
    waitsForReturn: true,
    whenAmbiguous: 'drop',
    listing: { as: 'survey', namedForRemedyOnly: true },
    class: { is: 'unprompted', priority: 3 },
  },
} as const satisfies Partial<Record<MessageKind, MessageDeclaration>>;
