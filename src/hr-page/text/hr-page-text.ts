import { defineTexts } from '../../language/define-texts';
import en from './en.json';
import fr from './fr.json';

/** What enrolment still needs, and what became of each message. */
export const hrPageText = defineTexts({ fr, en });
