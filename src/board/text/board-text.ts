import { defineTexts } from '../../language/define-texts';
import en from './en.json';
import fr from './fr.json';

/** The board as a file: its columns, steps and states. */
export const boardText = defineTexts({ fr, en });
