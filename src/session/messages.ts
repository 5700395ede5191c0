import type { MessageKind } from '../domain/message';
import type { MessageDeclaration } from '../member/declare-message';
import { prepareDelegatedSession, prepareSession } from './prepare-session';
import { sessionText } from './text/session-text';

declare module '../domain/message' {
  interface SubjectByKind {
    slots: { readonly pairId: string; readonly sessionNumber: number; readonly slotRound: number };
    booked: { readonly pairId: string; readonly sessionNumber: number; readonly slotRound: number };
    met: { readonly pairId: string; readonly sessionNumber: number; readonly slotRound: number };
  }
}

/** What the bot says of itself about a session. */
export const sessionMessages = {
  slots: {
    participant: prepareSession,
    contact: prepareDelegatedSession,
    waitsForReturn: true,
    whenAmbiguous: 'send-again',
    listing: { words: (language) => sessionText(language, 'message.slots'), namedForRemedyOnly: true },
    class: { is: 'unprompted', priority: 1 },
  },
  booked: {
    participant: prepareSession,
    contact: prepareDelegatedSession,
    whenAmbiguous: 'send-again',
    listing: { words: (language) => sessionText(language, 'message.booked') },
    class: { is: 'answer' },
  },
  met: {
    participant: prepareSession,
    contact: prepareDelegatedSession,
    whenAmbiguous: 'send-again',
    listing: { words: (language) => sessionText(language, 'message.met') },
    class: { is: 'unprompted', priority: 1 },
  },
} as const satisfies Partial<Record<MessageKind, MessageDeclaration>>;
