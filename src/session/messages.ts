import type { MessageKind } from '../domain/message';
import type { MessageDeclaration } from '../member/declare-message';
import { prepareDelegatedSession, prepareSession } from './prepare-session';

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
    listing: { namedForRemedyOnly: true },
    class: { is: 'unprompted', priority: 1 },
  },
  booked: {
    participant: prepareSession,
    contact: prepareDelegatedSession,
    whenAmbiguous: 'send-again',
    listing: {},
    class: { is: 'answer' },
  },
  met: {
    participant: prepareSession,
    contact: prepareDelegatedSession,
    whenAmbiguous: 'send-again',
    listing: {},
    class: { is: 'unprompted', priority: 1 },
  },
} as const satisfies Partial<Record<MessageKind, MessageDeclaration>>;
