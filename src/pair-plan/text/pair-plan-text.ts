import { defineTexts } from '../../language/define-texts';
import en from './en.json';
import fr from './fr.json';

/** The plan of a pair: what each session is for, its agenda, its questions, and the card of the day before. */
export const pairPlanText = defineTexts({ fr, en });
