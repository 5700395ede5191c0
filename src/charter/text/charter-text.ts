import { defineTexts } from '../../language/define-texts';
import en from './en.json';
import fr from './fr.json';

/** The charter of a pair: its words, and how it is asked for. */
export const charterText = defineTexts({ fr, en });
