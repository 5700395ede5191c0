import { defineTexts } from '../../language/define-texts';
import en from './en.json';
import fr from './fr.json';

/** What is wrong with a file of people. */
export const peopleFileText = defineTexts({ fr, en });
