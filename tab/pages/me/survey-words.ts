import type { Language } from '../../host/host';
import en from '../../../src/survey/text/en.json';
import fr from '../../../src/survey/text/fr.json';

const texts: Readonly<Record<Language, Readonly<Record<string, string>>>> = { fr, en };

/** The words of a survey, the same as on the bot's cards; a key without words is shown as it is. */
export function surveyWords(language: Language, key: string): string {
  return texts[language][key] ?? key;
}
