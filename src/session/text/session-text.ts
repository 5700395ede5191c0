import { defineTexts } from '../../language/define-texts';
import en from './en.json';
import fr from './fr.json';

/** Times offered and booked, the calendar entry, and whether people met. */
export const sessionText = defineTexts({ fr, en });
