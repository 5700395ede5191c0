import { defineTexts } from '../../language/define-texts';
import en from './en.json';
import fr from './fr.json';

/** The introduction of two people. */
export const pairText = defineTexts({ fr, en });
