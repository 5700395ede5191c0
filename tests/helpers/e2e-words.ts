import en from '../../tab/text/en.json';
import fr from '../../tab/text/fr.json';
import { createTranslate, type Translate } from '../../tab/lib/translate';
import { pageText, type TextKey } from '../../bot/local/teams-page/page-text';
import { translate, type TextValues } from '../../src/language/translate';
import type { Language } from '../../src/language/languages';

/** What people read in one language: on pages of the tab, on cards, and on the page of Local Teams. */
export interface Words {
  readonly language: Language;
  readonly tab: Translate;
  /** A `messaging.` text, said formally and directly, as the programme of these tests does. */
  readonly card: (key: string, values?: TextValues) => string;
  /** Any other text of the product. */
  readonly text: (key: string, values?: TextValues) => string;
  readonly page: (key: TextKey, places?: Readonly<Record<string, string>>) => string;
}

/** The words of a language. */
export function wordsOf(language: Language): Words {
  return {
    language,
    tab: createTranslate(language, language === 'fr' ? fr : en),
    card: (key, values = {}) =>
      translate(language, `messaging.${key}`, { address: 'vous', directness: 'direct', ...values }),
    text: (key, values) => translate(language, key, values),
    page: (key, places) => pageText(language, key, places),
  };
}
