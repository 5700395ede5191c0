import { defineTexts } from '../../language/define-texts';
import en from './en.json';
import fr from './fr.json';

/** The invitation, the profile and the way out. */
export const enrolmentText = defineTexts({ fr, en });
