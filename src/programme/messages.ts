import { cardAbout } from '../domain/card';
import type { MessageKind } from '../domain/message';
import type { MessageDeclaration } from '../member/declare-message';
import { prepareAdministratorFarewell } from './prepare-administrator-farewell';
import { prepareAdministratorWelcome } from './prepare-administrator-welcome';
import { pledgeView } from './pledge-view';
import { preparePledgeRequest } from './prepare-pledge-request';
import { programmeText } from './text/programme-text';

declare module '../domain/message' {
  interface SubjectByKind {
    'pledge-request': object;
    'administrator-welcome': object;
    'administrator-farewell': object;
  }
}

/** What the bot says of itself to a programme's sponsor and administrators. */
export const programmeMessages = {
  'pledge-request': {
    contact: preparePledgeRequest,
    whenAmbiguous: 'send-again',
    listing: { hrSees: 'rows', words: (language) => programmeText(language, 'message.pledge-request') },
    class: { is: 'unprompted', priority: 2 },
    standing: {
      about: () => cardAbout.pledge,
      show: ({ member }) => Promise.resolve(pledgeView(member.programme.value, member.reader)),
    },
  },
  'administrator-welcome': {
    contact: prepareAdministratorWelcome,
    whenAmbiguous: 'send-again',
    listing: { hrSees: 'rows', words: (language) => programmeText(language, 'message.administrator-welcome') },
    class: { is: 'unprompted', priority: 2 },
  },
  'administrator-farewell': {
    account: prepareAdministratorFarewell,
    whenAmbiguous: 'send-again',
    listing: { hrSees: 'rows', words: (language) => programmeText(language, 'message.administrator-farewell') },
    class: { is: 'unprompted', priority: 2 },
  },
} as const satisfies Partial<Record<MessageKind, MessageDeclaration>>;
