import { cardAbout } from '../domain/card';
import type { MessageKind } from '../domain/message';
import type { MessageDeclaration } from '../member/declare-message';
import { lookAtRenewal } from './load-own-renewal';
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
    listing: { hrSees: 'counts', words: (language) => renewalText(language, 'message.renewal-question') },
    class: { is: 'unprompted', priority: 1 },
    standing: {
      about: ({ pairId = '' }) => cardAbout.renewal(pairId),
      show: (look, { pairId = '' }) => lookAtRenewal(look, pairId),
    },
  },
} as const satisfies Partial<Record<MessageKind, MessageDeclaration>>;
