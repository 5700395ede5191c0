import { memberProjections } from './projections';
import { memberText } from './text/member-text';

/** Who acts in a programme, and what everybody reads who acts. What it declares, for `src/dispatch`. */
export const memberFeature = { name: 'member', projections: memberProjections, text: memberText } as const;
