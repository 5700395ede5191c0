import { defineTexts } from '../../language/define-texts';
import en from './en.json';
import fr from './fr.json';

/** Why the API refuses, and what of a plan is settled. */
export const dispatchText = defineTexts({ fr, en });
