import { pairEndingActions } from './actions';
import { pairEndingMessages } from './messages';
import { pairEndingDue } from './due';
import { pairEndingText } from './text/pair-ending-text';

/** The end of a pair. What it declares, for `src/dispatch`. */
export const pairEndingFeature = {
  name: 'pair-ending',
  actions: pairEndingActions,
  messages: pairEndingMessages,
  due: pairEndingDue,
  text: pairEndingText,
} as const;
