import type { MessageKind } from '../domain/message';
import type { MessageDeclaration } from '../member/declare-message';
import { prepareNeedsPoll } from './prepare-poll';
import { lookAtNeedsPoll, needsPollAbout } from './show-poll';
import { needsPollText } from './text/needs-poll-text';

declare module '../domain/message' {
  interface SubjectByKind {
    'needs-poll': { readonly poll: string };
  }
}

/** What the bot says of itself about a needs poll. */
export const needsPollMessages = {
  'needs-poll': {
    participant: prepareNeedsPoll,
    whenAmbiguous: 'send-again',
    // That it is sent tells of nobody's answer; of an anonymous poll HR reads no list of names all the same.
    listing: { hrSees: 'counts', words: (language) => needsPollText(language, 'message.needs-poll') },
    class: { is: 'unprompted', priority: 3 },
    standing: { about: needsPollAbout, show: lookAtNeedsPoll },
  },
} as const satisfies Partial<Record<MessageKind, MessageDeclaration>>;
