import type { MessageKind } from '../domain/message';
import type { MessageDeclaration } from '../member/declare-message';
import { preparePledgeRequest } from './prepare-pledge-request';
import { programmeText } from './text/programme-text';

declare module '../domain/message' {
  interface SubjectByKind {
    'pledge-request': object;
  }
}

/** What the bot says of itself about a programme's sponsor. */
export const programmeMessages = {
  'pledge-request': {
    contact: preparePledgeRequest,
    whenAmbiguous: 'send-again',
    listing: { words: (language) => programmeText(language, 'message.pledge-request') },
    class: { is: 'unprompted', priority: 2 },
  },
} as const satisfies Partial<Record<MessageKind, MessageDeclaration>>;
