import { defineTexts } from '../../language/define-texts';
import en from './en.json';
import fr from './fr.json';

/** What comes after the last month. */
export const renewalText = defineTexts({ fr, en });
