import { defineTexts } from '../../language/define-texts';
import en from './en.json';
import fr from './fr.json';

/** A pair proposed, and what became of it. */
export const proposalText = defineTexts({ fr, en });
