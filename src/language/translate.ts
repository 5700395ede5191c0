import { IntlMessageFormat } from 'intl-messageformat';
import { CodedError } from '../kernel/coded-error';
import { localeOf, type Language } from './languages';
import { catalogue } from './catalogue';

export type TextValues = Readonly<Record<string, string | number>>;

const parsed = new Map<string, IntlMessageFormat>();

/**
 * The text of a key in a language, its ICU variants and plurals chosen by the values. Values go in as they are:
 * whoever shows the text somewhere with its own syntax (Markdown, HTML) escapes them before.
 * Throws a CodedError `text-missing` for an unknown key, `text-value-missing` for a value that was not given.
 */
export function translate(language: Language, key: string, values: TextValues = {}): string {
  try {
    return String(messageOf(language, key).format(values));
  } catch (error) {
    if (error instanceof CodedError) throw error;
    throw new CodedError(
      'text-value-missing',
      `The text ${key} needs a value it was not given.`,
      { key, language },
      { cause: error },
    );
  }
}

/** Whether there is a text of this key; for texts that exist for some members of a family only. */
export function hasText(language: Language, key: string): boolean {
  return Object.hasOwn(catalogue[language], key);
}

function messageOf(language: Language, key: string): IntlMessageFormat {
  const place = `${language} ${key}`;
  const known = parsed.get(place);
  if (known !== undefined) return known;
  const source = Object.hasOwn(catalogue[language], key) ? catalogue[language][key] : undefined;
  if (source === undefined) throw new CodedError('text-missing', `No text has the key ${key}.`, { key, language });
  const message = new IntlMessageFormat(source, localeOf[language], undefined, { ignoreTag: true });
  parsed.set(place, message);
  return message;
}
