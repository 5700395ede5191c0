import { pairMessages } from './messages';
import { pairProjections } from './projections';
import { pairText } from './text/pair-text';

/** Two people who both said yes. What it declares, for `src/dispatch`. */
export const pairFeature = {
  name: 'pair',
  messages: pairMessages,
  projections: pairProjections,
  text: pairText,
} as const;
