import type { MessageKind } from '../domain/message';
import type { MessageDeclaration } from '../member/declare-message';
import { preparePairEnded } from './prepare-pair-ended';

declare module '../domain/message' {
  interface SubjectByKind {
    'pair-ended': { readonly pairId: string };
  }
}

/** What the bot says of itself about the end of a pair. */
export const pairEndingMessages = {
  'pair-ended': {
    participant: preparePairEnded,
    whenAmbiguous: 'send-again',
    listing: {},
    class: { is: 'unprompted', priority: 2 },
  },
} as const satisfies Partial<Record<MessageKind, MessageDeclaration>>;
