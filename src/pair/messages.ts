import { cardAbout } from '../domain/card';
import type { MessageKind } from '../domain/message';
import type { PairReading } from '../domain/pair-vault';
import type { MessageDeclaration } from '../member/declare-message';
import { prepareIntroduction } from './prepare-introduction';
import { showIntroduction } from './show-introduction';
import { pairText } from './text/pair-text';

declare module '../domain/message' {
  interface SubjectByKind {
    introduction: { readonly pairId: string };
  }
}

/** What the bot says of itself about a new pair. */
export const pairMessages = {
  introduction: {
    participant: prepareIntroduction,
    whenAmbiguous: 'send-again',
    listing: { hrSees: 'rows', words: (language) => pairText(language, 'message.introduction') },
    class: { is: 'answer' },
    standing: {
      about: ({ pairId = '' }) => cardAbout.pair(pairId),
      show: (look, { pairId = '' }) => showIntroduction(look, pairId),
    },
  },
} as const satisfies Partial<Record<MessageKind, MessageDeclaration<PairReading>>>;
