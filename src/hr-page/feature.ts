import { hrPageActions } from './actions';
import { hrPageDue } from './due';
import { hrPageMessages } from './messages';
import { hrPageText } from './text/hr-page-text';

/** The pages of HR. What it declares, for `src/dispatch`. */
export const hrPageFeature = {
  name: 'hr-page',
  actions: hrPageActions,
  messages: hrPageMessages,
  due: hrPageDue,
  text: hrPageText,
} as const;
