import { hrPageText } from './text/hr-page-text';

/** The pages of HR. What it declares, for `src/dispatch`. */
export const hrPageFeature = { name: 'hr-page', text: hrPageText } as const;
