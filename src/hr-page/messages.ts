import { cardAbout } from '../domain/card';
import type { MessageKind } from '../domain/message';
import type { MessageDeclaration } from '../member/declare-message';
import { prepareWeeklyToDo, showWeeklyToDo } from './prepare-weekly-to-do';
import { hrPageText } from './text/hr-page-text';

declare module '../domain/message' {
  interface SubjectByKind {
    'weekly-to-do': { readonly dueOn: string };
  }
}

/** What the bot says of itself to administrators who want it. */
export const hrPageMessages = {
  'weekly-to-do': {
    contact: prepareWeeklyToDo,
    whenAmbiguous: 'drop',
    listing: { hrSees: 'rows', words: (language) => hrPageText(language, 'message.weekly-to-do') },
    class: { is: 'unprompted', priority: 3 },
    standing: { about: () => cardAbout.weeklyToDo, show: showWeeklyToDo },
  },
} as const satisfies Partial<Record<MessageKind, MessageDeclaration>>;
