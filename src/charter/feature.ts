import { charterActions } from './actions';
import { charterText } from './text/charter-text';

/** The charter of a pair, which both accept before their first session. What it declares, for `src/dispatch`. */
export const charterFeature = { name: 'charter', actions: charterActions, text: charterText } as const;
