import type { MessageKind } from '../domain/message';
import type { MessageDeclaration } from '../member/declare-message';
import { prepareChannelReminder } from './prepare-channel-reminder';
import { channelText } from './text/channel-text';

declare module '../domain/message' {
  interface SubjectByKind {
    'channel-reminder': { readonly month: number };
  }
}

/** What the bot says of itself about the programme in its channel. */
export const channelMessages = {
  'channel-reminder': {
    channel: prepareChannelReminder,
    whenAmbiguous: 'drop',
    listing: { hrSees: 'rows', words: (language) => channelText(language, 'message.channel-reminder') },
    class: { is: 'unprompted', priority: 3 },
  },
} as const satisfies Partial<Record<MessageKind, MessageDeclaration>>;
