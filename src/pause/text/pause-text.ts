import { defineTexts } from '../../language/define-texts';
import en from './en.json';
import fr from './fr.json';

/** A time away. */
export const pauseText = defineTexts({ fr, en });
