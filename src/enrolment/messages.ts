import { cardAbout } from '../domain/card';
import type { MessageKind } from '../domain/message';
import type { MessageDeclaration } from '../member/declare-message';
import { prepareLinkQuestion } from './prepare-link-question';
import { prepareInvitation, prepareInvitationReminder } from './prepare-invitation';
import { showInvitation } from './show-invitation';
import { showLinkQuestion } from './show-link-question';
import { enrolmentText } from './text/enrolment-text';

declare module '../domain/message' {
  interface SubjectByKind {
    invitation: object;
    'invitation-reminder': object;
    'link-question': { readonly participantId: string };
  }
}

const invitationCard = { about: () => cardAbout.invitation, show: showInvitation };

/** What the bot says of itself about taking part. */
export const enrolmentMessages = {
  invitation: {
    participant: prepareInvitation,
    whenAmbiguous: 'send-again',
    listing: { hrSees: 'counts', words: (language) => enrolmentText(language, 'message.invitation') },
    class: { is: 'unprompted', priority: 2 },
    standing: invitationCard,
  },
  'invitation-reminder': {
    participant: prepareInvitationReminder,
    whenAmbiguous: 'drop',
    // How many there are tells how many have not answered.
    listing: { hrSees: 'nothing' },
    class: { is: 'unprompted', priority: 3 },
    standing: invitationCard,
  },
  'link-question': {
    account: prepareLinkQuestion,
    whenAmbiguous: 'send-again',
    listing: { hrSees: 'rows', words: (language) => enrolmentText(language, 'message.link-question') },
    class: { is: 'unprompted', priority: 2 },
    standing: {
      about: ({ participantId = '' }) => cardAbout.link(participantId),
      showAccount: showLinkQuestion,
    },
  },
} as const satisfies Partial<Record<MessageKind, MessageDeclaration>>;
