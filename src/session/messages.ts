import type { MessageKind } from '../domain/message';
import type { MessageDeclaration } from '../member/declare-message';
import { sessionAbout, showSession } from './show-session';
import { prepareDelegatedSession, prepareSession } from './prepare-session';
import { sessionText } from './text/session-text';

declare module '../domain/message' {
  interface SubjectByKind {
    slots: { readonly pairId: string; readonly sessionNumber: number; readonly slotRound: number };
    booked: { readonly pairId: string; readonly sessionNumber: number; readonly slotRound: number };
    met: { readonly pairId: string; readonly sessionNumber: number; readonly slotRound: number };
  }
}

const sessionCard = { about: sessionAbout, show: showSession };

/** What the bot says of itself about a session. */
export const sessionMessages = {
  slots: {
    participant: prepareSession,
    contact: prepareDelegatedSession,
    waitsForReturn: true,
    whenAmbiguous: 'send-again',
    listing: { hrSees: 'counts', words: (language) => sessionText(language, 'message.slots') },
    class: { is: 'unprompted', priority: 1 },
    standing: sessionCard,
  },
  booked: {
    participant: prepareSession,
    contact: prepareDelegatedSession,
    whenAmbiguous: 'send-again',
    listing: { hrSees: 'rows', words: (language) => sessionText(language, 'message.booked') },
    class: { is: 'answer' },
    standing: sessionCard,
  },
  met: {
    participant: prepareSession,
    contact: prepareDelegatedSession,
    whenAmbiguous: 'send-again',
    listing: { hrSees: 'counts', words: (language) => sessionText(language, 'message.met') },
    class: { is: 'unprompted', priority: 1 },
    standing: sessionCard,
  },
} as const satisfies Partial<Record<MessageKind, MessageDeclaration>>;
