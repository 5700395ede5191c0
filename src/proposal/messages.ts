import type { MessageKind } from '../domain/message';
import type { MessageDeclaration } from '../member/declare-message';
import { prepareProposal } from './prepare-proposal';
import { proposalText } from './text/proposal-text';

declare module '../domain/message' {
  interface SubjectByKind {
    proposal: { readonly proposalId: string };
    'proposal-reminder': { readonly proposalId: string };
    'not-formed': { readonly proposalId: string };
  }
}

/** What the bot says of itself about a proposal. */
export const proposalMessages = {
  proposal: {
    participant: prepareProposal,
    waitsForReturn: true,
    whenAmbiguous: 'send-again',
    listing: { words: (language) => proposalText(language, 'message.proposal'), namedForRemedyOnly: true },
    class: { is: 'unprompted', priority: 1 },
  },
  'proposal-reminder': {
    participant: prepareProposal,
    waitsForReturn: true,
    whenAmbiguous: 'drop',
    listing: { as: 'proposal', namedForRemedyOnly: true, listedForRemedyOnly: true },
    class: { is: 'unprompted', priority: 3 },
  },
  'not-formed': {
    participant: prepareProposal,
    whenAmbiguous: 'send-again',
    listing: { as: 'standing', namedForRemedyOnly: true },
    class: { is: 'unprompted', priority: 2 },
  },
} as const satisfies Partial<Record<MessageKind, MessageDeclaration>>;
