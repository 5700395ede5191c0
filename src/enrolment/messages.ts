import type { MessageKind } from '../domain/message';
import type { MessageDeclaration } from '../member/declare-message';
import { prepareInvitation } from './prepare-invitation';
import { enrolmentText } from './text/enrolment-text';

declare module '../domain/message' {
  interface SubjectByKind {
    invitation: object;
  }
}

/** What the bot says of itself about taking part. */
export const enrolmentMessages = {
  invitation: {
    participant: prepareInvitation,
    whenAmbiguous: 'send-again',
    listing: { words: (language) => enrolmentText(language, 'message.invitation') },
    class: { is: 'unprompted', priority: 2 },
  },
} as const satisfies Partial<Record<MessageKind, MessageDeclaration>>;
