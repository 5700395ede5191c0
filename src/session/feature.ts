import { sessionActions } from './actions';
import { sessionMessages } from './messages';
import { sessionDue } from './due';
import { sessionProjections } from './projections';
import { sessionText } from './text/session-text';

/** One hour a month. What it declares, for `src/dispatch`. */
export const sessionFeature = {
  name: 'session',
  actions: sessionActions,
  messages: sessionMessages,
  due: sessionDue,
  projections: sessionProjections,
  text: sessionText,
} as const;
