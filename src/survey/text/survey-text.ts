import { defineTexts } from '../../language/define-texts';
import en from './en.json';
import fr from './fr.json';

/** The questions, and what is said around them. */
export const surveyText = defineTexts({ fr, en });
