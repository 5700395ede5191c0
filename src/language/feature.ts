import { languageText } from './language-text';

/** Dates, zones and numbers in words. What it declares, for `src/dispatch`. */
export const languageFeature = { name: 'language', text: languageText } as const;
