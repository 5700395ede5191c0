import { defineTexts } from '../../language/define-texts';
import en from './en.json';
import fr from './fr.json';

/** The names of the catalogue's topics. */
export const catalogueText = defineTexts({ fr, en });
