import type { MessageKind } from '../domain/message';
import type { MessageDeclaration } from '../member/declare-message';
import { prepareRenewalQuestion } from './prepare-renewal-question';
import { renewalText } from './text/renewal-text';

declare module '../domain/message' {
  interface SubjectByKind {
    'renewal-question': { readonly pairId: string };
  }
}

/** What the bot says of itself about going on after the last month. */
export const renewalMessages = {
  'renewal-question': {
    participant: prepareRenewalQuestion,
    whenAmbiguous: 'send-again',
    listing: { words: (language) => renewalText(language, 'message.renewal-question'), namedForRemedyOnly: true },
    class: { is: 'unprompted', priority: 1 },
  },
} as const satisfies Partial<Record<MessageKind, MessageDeclaration>>;
