import type { Translate } from '../../tab/lib/translate';
import { pageText, type TextKey } from '../../bot/local/teams-page/page-text';
import type { SayText, TextValues } from '../../src/language/define-texts';
import { formOfAddress } from '../../src/language/form-of-address';
import type { Language } from '../../src/language/languages';
import { tabWords } from './tab-texts';

/** What people read in one language: on pages of the tab, on cards, and on the page of Local Teams. */
export interface Words {
  readonly language: Language;
  readonly tab: Translate;
  /** A text of a feature, said formally and directly, as the programme of these tests does. */
  readonly text: <Key extends string>(texts: SayText<Key>, key: Key, values?: TextValues) => string;
  readonly page: (key: TextKey, places?: Readonly<Record<string, string>>) => string;
}

/** The words of a language. */
export function wordsOf(language: Language): Words {
  const address = formOfAddress(language, 'vous');
  return {
    language,
    tab: tabWords(language),
    text: (texts, key, values = {}) => texts(language, key, { directness: 'direct', ...values, address }),
    page: (key, places) => pageText(language, key, places),
  };
}
