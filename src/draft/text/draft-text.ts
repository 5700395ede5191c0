import { defineTexts } from '../../language/define-texts';
import en from './en.json';
import fr from './fr.json';

/** Where a volunteer stands, and what waits for HR in a draft. */
export const draftText = defineTexts({ fr, en });
