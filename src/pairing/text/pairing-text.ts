import { defineTexts } from '../../language/define-texts';
import en from './en.json';
import fr from './fr.json';

/** Rules, reasons and aims of the engine, in sentences. */
export const pairingText = defineTexts({ fr, en });
