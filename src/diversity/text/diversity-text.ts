import { defineTexts } from '../../language/define-texts';
import en from './en.json';
import fr from './fr.json';

/** What people may say of themselves for the mix. */
export const diversityText = defineTexts({ fr, en });
