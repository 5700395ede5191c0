import { defineTexts } from '../../language/define-texts';
import en from './en.json';
import fr from './fr.json';

/** What is open for a person. */
export const ownPageText = defineTexts({ fr, en });
