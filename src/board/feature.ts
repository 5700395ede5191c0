import { boardText } from './text/board-text';

/** What HR sees of all pairs. What it declares, for `src/dispatch`. */
export const boardFeature = { name: 'board', text: boardText } as const;
