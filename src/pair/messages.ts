import type { MessageKind } from '../domain/message';
import type { MessageDeclaration } from '../member/declare-message';
import { prepareIntroduction } from './prepare-introduction';
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
    listing: { words: (language) => pairText(language, 'message.introduction') },
    class: { is: 'answer' },
  },
} as const satisfies Partial<Record<MessageKind, MessageDeclaration>>;
