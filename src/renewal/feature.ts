import { renewalActions } from './actions';
import { renewalMessages } from './messages';
import { renewalText } from './text/renewal-text';

/** Going on after the last month. What it declares, for `src/dispatch`. */
export const renewalFeature = {
  name: 'renewal',
  actions: renewalActions,
  messages: renewalMessages,
  text: renewalText,
} as const;
