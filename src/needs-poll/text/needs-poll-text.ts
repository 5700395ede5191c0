import { defineTexts } from '../../language/define-texts';
import en from './en.json';
import fr from './fr.json';

/** The questions of the poll, and what is said around them. */
export const needsPollText = defineTexts({ fr, en });
