import { draftMessages } from './messages';
import { draftDue } from './due';
import { draftText } from './text/draft-text';

/** Drafts, rounds and whom they leave over. What it declares, for `src/dispatch`. */
export const draftFeature = { name: 'draft', messages: draftMessages, due: draftDue, text: draftText } as const;
