import { defineTexts } from '../../language/define-texts';
import en from './en.json';
import fr from './fr.json';

/** What is said of figures made of answers, and of a file that none can be made of. */
export const insightText = defineTexts({ fr, en });
