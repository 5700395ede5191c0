import { proposalActions } from './actions';
import { proposalMessages } from './messages';
import { proposalDue } from './due';
import { proposalText } from './text/proposal-text';

/** A pair that nobody has accepted yet. What it declares, for `src/dispatch`. */
export const proposalFeature = {
  name: 'proposal',
  actions: proposalActions,
  messages: proposalMessages,
  due: proposalDue,
  text: proposalText,
} as const;
