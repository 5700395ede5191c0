import { channelMessages } from './messages';
import { channelDue } from './due';
import { channelText } from './text/channel-text';

/** The programme in its channel. What it declares, for `src/dispatch`. */
export const channelFeature = {
  name: 'channel',
  messages: channelMessages,
  due: channelDue,
  text: channelText,
} as const;
