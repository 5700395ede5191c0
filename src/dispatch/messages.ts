import type { MessageKind } from '../domain/message';
import type { MessageDeclaration } from '../member/declare-message';
import { channelMessages } from '../channel/messages';
import { draftMessages } from '../draft/messages';
import { enrolmentMessages } from '../enrolment/messages';
import { pairMessages } from '../pair/messages';
import { pairEndingMessages } from '../pair-ending/messages';
import { pauseMessages } from '../pause/messages';
import { programmeMessages } from '../programme/messages';
import { proposalMessages } from '../proposal/messages';
import { renewalMessages } from '../renewal/messages';
import { sessionMessages } from '../session/messages';
import { surveyMessages } from '../survey/messages';

/** Everything the bot says without having been spoken to. One line a feature; a kind that nobody declares does not compile. */
export const messages: Readonly<Record<MessageKind, MessageDeclaration>> = {
  ...programmeMessages,
  ...enrolmentMessages,
  ...proposalMessages,
  ...draftMessages,
  ...pairMessages,
  ...pairEndingMessages,
  ...renewalMessages,
  ...pauseMessages,
  ...sessionMessages,
  ...surveyMessages,
  ...channelMessages,
} satisfies Record<MessageKind, MessageDeclaration>;

export const messageKinds = Object.keys(messages) as readonly MessageKind[];
