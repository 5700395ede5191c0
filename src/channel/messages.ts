import type { MessageKind } from '../domain/message';
import type { MessageDeclaration } from '../member/declare-message';
import { prepareChannelReminder } from './prepare-channel-reminder';

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
    listing: {},
    class: { is: 'unprompted', priority: 3 },
  },
} as const satisfies Partial<Record<MessageKind, MessageDeclaration>>;
