import { cardAbout } from '../domain/card';
import type { MessageKind } from '../domain/message';
import type { MessageDeclaration } from '../member/declare-message';
import { preparePairEnded } from './prepare-pair-ended';
import { showPairEnded } from './show-pair-ended';
import { pairEndingText } from './text/pair-ending-text';

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
    listing: { hrSees: 'counts', words: (language) => pairEndingText(language, 'message.pair-ended') },
    class: { is: 'unprompted', priority: 2 },
    standing: {
      about: ({ pairId = '' }) => cardAbout.pairEnded(pairId),
      show: (look, { pairId = '' }) => showPairEnded(look, pairId),
    },
  },
} as const satisfies Partial<Record<MessageKind, MessageDeclaration>>;
