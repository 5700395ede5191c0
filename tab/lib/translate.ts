import { IntlMessageFormat } from 'intl-messageformat';
import type { Language } from '../host/host';
import type texts from '../text/en.json';

export type TextKey = keyof typeof texts;
export type Texts = Readonly<Record<TextKey, string>>;
export type Translate = (key: TextKey, values?: Readonly<Record<string, string | number>>) => string;

/** The words of a key in one language, its ICU placeholders filled. Every key exists in every language (a test checks it). */
export function createTranslate(language: Language, texts: Texts): Translate {
  const made = new Map<TextKey, IntlMessageFormat>();
  return (key, values = {}) => {
    let message = made.get(key);
    if (message === undefined) {
      message = new IntlMessageFormat(texts[key], language, undefined, { ignoreTag: true });
      made.set(key, message);
    }
    return String(message.format(values));
  };
}
