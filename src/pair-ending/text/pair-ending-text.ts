import { defineTexts } from '../../language/define-texts';
import en from './en.json';
import fr from './fr.json';

/** A pair, and its end. */
export const pairEndingText = defineTexts({ fr, en });
