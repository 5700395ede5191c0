import { needsPollActions } from './actions';
import { needsPollDue } from './due';
import { needsPollMessages } from './messages';
import { needsPollText } from './text/needs-poll-text';

/** The needs poll before enrolment. What it declares, for `src/dispatch`. */
export const needsPollFeature = {
  name: 'needs-poll',
  actions: needsPollActions,
  messages: needsPollMessages,
  due: needsPollDue,
  text: needsPollText,
} as const;
