import { cardAbout } from '../domain/card';
import type { MessageKind } from '../domain/message';
import type { PairReading } from '../domain/pair-vault';
import type { MessageDeclaration, StandingDeclaration } from '../member/declare-message';
import { showProposal } from './load-own-proposal';
import { prepareProposal } from './prepare-proposal';
import { proposalText } from './text/proposal-text';

declare module '../domain/message' {
  interface SubjectByKind {
    proposal: { readonly proposalId: string };
    'proposal-reminder': { readonly proposalId: string };
    'not-formed': { readonly proposalId: string };
  }
}

const proposalCard: StandingDeclaration<PairReading> = {
  about: ({ proposalId = '' }) => cardAbout.pair(proposalId),
  show: (look, { proposalId = '' }) => showProposal(look, proposalId),
};

/** What the bot says of itself about a proposal. */
export const proposalMessages = {
  proposal: {
    participant: prepareProposal,
    waitsForReturn: true,
    whenAmbiguous: 'send-again',
    listing: { hrSees: 'counts', words: (language) => proposalText(language, 'message.proposal') },
    class: { is: 'unprompted', priority: 1 },
    standing: proposalCard,
  },
  'proposal-reminder': {
    participant: prepareProposal,
    waitsForReturn: true,
    whenAmbiguous: 'drop',
    listing: { hrSees: 'nothing' },
    class: { is: 'unprompted', priority: 3 },
    standing: proposalCard,
  },
  'not-formed': {
    participant: prepareProposal,
    whenAmbiguous: 'send-again',
    listing: { hrSees: 'counts', as: 'standing' },
    class: { is: 'unprompted', priority: 2 },
  },
} as const satisfies Partial<Record<MessageKind, MessageDeclaration<PairReading>>>;
