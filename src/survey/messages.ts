import type { MessageKind } from '../domain/message';
import { showSurvey, surveyAbout } from './show-survey';
import type { MessageDeclaration } from '../member/declare-message';
import { prepareSurvey } from './prepare-survey';
import { surveyText } from './text/survey-text';

declare module '../domain/message' {
  interface SubjectByKind {
    survey: { readonly surveyRound: string; readonly pairId?: string };
    'survey-reminder': { readonly surveyRound: string; readonly pairId?: string };
  }
}

const surveyCard = { about: surveyAbout, show: showSurvey };

/** What the bot says of itself about a survey. */
export const surveyMessages = {
  survey: {
    participant: prepareSurvey,
    waitsForReturn: true,
    goesAfterEnd: true,
    whenAmbiguous: 'send-again',
    listing: { hrSees: 'counts', words: (language) => surveyText(language, 'message.survey') },
    class: { is: 'unprompted', priority: 3 },
    standing: surveyCard,
  },
  'survey-reminder': {
    participant: prepareSurvey,
    waitsForReturn: true,
    goesAfterEnd: true,
    whenAmbiguous: 'drop',
    listing: { hrSees: 'nothing' },
    endUntold: true,
    class: { is: 'unprompted', priority: 3 },
  },
} as const satisfies Partial<Record<MessageKind, MessageDeclaration>>;
