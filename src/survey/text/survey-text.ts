import { defineTexts } from '../../language/define-texts';
import cardEn from './card-en.json';
import cardFr from './card-fr.json';
import en from './en.json';
import fr from './fr.json';

/** The questions, which the tab loads as well, and what the bot says around them. */
export const surveyText = defineTexts({ fr: { ...fr, ...cardFr }, en: { ...en, ...cardEn } });
