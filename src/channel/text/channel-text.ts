import { defineTexts } from '../../language/define-texts';
import en from './en.json';
import fr from './fr.json';

/** The monthly post. */
export const channelText = defineTexts({ fr, en });
