import { pauseActions } from './actions';
import { pauseMessages } from './messages';
import { pauseDue } from './due';
import { pauseText } from './text/pause-text';

/** Being away. What it declares, for `src/dispatch`. */
export const pauseFeature = {
  name: 'pause',
  actions: pauseActions,
  messages: pauseMessages,
  due: pauseDue,
  text: pauseText,
} as const;
