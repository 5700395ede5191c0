import { defineTexts } from '../../language/define-texts';
import en from './en.json';
import fr from './fr.json';

/** Why a question of HR's own is not saved. */
export const questionsText = defineTexts({ fr, en });
