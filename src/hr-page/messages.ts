import { cardAbout } from '../domain/card';
import type { MessageKind } from '../domain/message';
import type { MessageDeclaration } from '../member/declare-message';
import { prepareSponsorReport } from './prepare-sponsor-report';
import { prepareWeeklyToDo, showWeeklyToDo } from './prepare-weekly-to-do';
import { hrPageText } from './text/hr-page-text';

declare module '../domain/message' {
  interface SubjectByKind {
    'weekly-to-do': { readonly dueOn: string };
    'sponsor-report': { readonly month: number };
    'sponsor-results': { readonly surveyRound: string };
  }
}

/** What the bot says of itself to administrators who want it, and to the sponsor. */
export const hrPageMessages = {
  'weekly-to-do': {
    contact: prepareWeeklyToDo,
    whenAmbiguous: 'drop',
    listing: { hrSees: 'rows', words: (language) => hrPageText(language, 'message.weekly-to-do') },
    class: { is: 'unprompted', priority: 3 },
    standing: { about: () => cardAbout.weeklyToDo, show: showWeeklyToDo },
  },
  'sponsor-report': {
    contact: prepareSponsorReport('month'),
    whenAmbiguous: 'drop',
    listing: { hrSees: 'rows', words: (language) => hrPageText(language, 'message.sponsor-report') },
    class: { is: 'unprompted', priority: 3 },
  },
  'sponsor-results': {
    contact: prepareSponsorReport('results'),
    goesAfterEnd: true,
    whenAmbiguous: 'send-again',
    listing: { hrSees: 'rows', words: (language) => hrPageText(language, 'message.sponsor-results') },
    class: { is: 'unprompted', priority: 2 },
  },
} as const satisfies Partial<Record<MessageKind, MessageDeclaration>>;
