import { defineTexts } from '../../language/define-texts';
import en from './en.json';
import fr from './fr.json';

/** The promise of the sponsor. */
export const programmeText = defineTexts({ fr, en });
