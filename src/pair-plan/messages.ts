import type { MessageKind } from '../domain/message';
import type { PairReading } from '../domain/pair-vault';
import type { MessageDeclaration } from '../member/declare-message';
import { sessionAbout } from '../session/show-session';
import { prepareAgenda } from './prepare-agenda';
import { showAgenda } from './show-agenda';
import { pairPlanText } from './text/pair-plan-text';

declare module '../domain/message' {
  interface SubjectByKind {
    agenda: { readonly pairId: string; readonly sessionNumber: number; readonly slotRound: number };
  }
}

/** What the bot says of itself about the plan of a pair. */
export const pairPlanMessages = {
  agenda: {
    participant: prepareAgenda,
    // Where one of the two has heard that the pair ends and the other has not, only one of them is sent it.
    listing: { hrSees: 'counts', words: (language) => pairPlanText(language, 'message.agenda') },
    whenAmbiguous: 'send-again',
    class: { is: 'unprompted', priority: 1 },
    standing: { about: sessionAbout, show: showAgenda },
  },
} as const satisfies Partial<Record<MessageKind, MessageDeclaration<PairReading>>>;
