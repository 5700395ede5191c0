import { defineTexts } from '../../language/define-texts';
import en from './en.json';
import fr from './fr.json';

/** What every card shares: its buttons, its notification, its short answers. And why work came to nothing. */
export const memberText = defineTexts({ fr, en });
