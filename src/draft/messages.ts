import type { MessageKind } from '../domain/message';
import type { MessageDeclaration } from '../member/declare-message';
import { prepareRenewals } from './prepare-renewals';
import { prepareReplacements } from './prepare-replacements';
import { prepareStanding } from './prepare-standing';
import { draftText } from './text/draft-text';

declare module '../domain/message' {
  interface SubjectByKind {
    standing: { readonly draftId?: string };
    replacements: { readonly draftId: string };
    renewals: { readonly draftId: string };
  }
}

/** What the bot says of itself about a draft and whom it left over. */
export const draftMessages = {
  standing: {
    participant: prepareStanding,
    whenAmbiguous: 'send-again',
    listing: { hrSees: 'counts', words: (language) => draftText(language, 'message.standing') },
    class: { is: 'unprompted', priority: 2 },
  },
  replacements: {
    contact: prepareReplacements,
    whenAmbiguous: 'send-again',
    listing: { hrSees: 'rows', words: (language) => draftText(language, 'message.replacements') },
    class: { is: 'unprompted', priority: 2 },
  },
  renewals: {
    contact: prepareRenewals,
    whenAmbiguous: 'send-again',
    listing: { hrSees: 'rows', words: (language) => draftText(language, 'message.renewals') },
    class: { is: 'unprompted', priority: 2 },
  },
} as const satisfies Partial<Record<MessageKind, MessageDeclaration>>;
