import { insightDue } from './due';
import { insightText } from './text/insight-text';

/** Figures made of answers. What it declares, for `src/dispatch`. */
export const insightFeature = { name: 'insight', due: insightDue, text: insightText } as const;
