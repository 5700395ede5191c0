import { defineTexts } from './define-texts';
import en from './text/en.json';
import fr from './text/fr.json';

/** How a day and an hour are put together. */
export const languageText = defineTexts({ fr, en });
