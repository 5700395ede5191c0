import { insightText } from './text/insight-text';

/** Figures made of answers. What it declares, for `src/dispatch`. */
export const insightFeature = { name: 'insight', text: insightText } as const;
