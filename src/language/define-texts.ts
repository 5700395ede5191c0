import { IntlMessageFormat } from 'intl-messageformat';
import { CodedError } from '../kernel/coded-error';
import type { FormOfAddress } from './form-of-address';
import { localeOf, type Language, type Localised } from './languages';

/** What a text chooses its words by. The form of address has to be one that the language knows. */
export type TextValues<L extends Language = Language> = Readonly<Record<string, string | number>> & {
  readonly address?: FormOfAddress<L>;
};

/**
 * Says the text of a key in a language, its ICU variants and plurals chosen by the values. Values go in as they are:
 * whoever shows the text somewhere with its own syntax (Markdown, HTML) escapes them before.
 * Throws a CodedError `text-missing` for an unknown key, `text-value-missing` for a value that was not given.
 */
export type SayText<Key extends string> = <L extends Language>(language: L, key: Key, values?: TextValues<L>) => string;

/** The texts of one feature in every language. */
export interface Texts<Key extends string> extends SayText<Key> {
  /** Whether there are words for a key; for families where only some members have them. */
  readonly has: (key: string) => key is Key;
  /** The texts as they are written, for whoever lists them. */
  readonly sources: Localised<Readonly<Record<Key, string>>>;
}

/**
 * Makes the texts of a feature from its files. A key that one of the languages lacks does not compile, nor does a call with a
 * key that nobody wrote.
 */
export function defineTexts<Key extends string>(sources: Localised<Readonly<Record<Key, string>>>): Texts<Key> {
  const parsed = new Map<string, IntlMessageFormat>();
  const messageOf = (language: Language, key: Key): IntlMessageFormat => {
    const place = `${language} ${key}`;
    const known = parsed.get(place);
    if (known !== undefined) return known;
    if (!Object.hasOwn(sources[language], key))
      throw new CodedError('text-missing', `No text has the key ${key}.`, { key, language });
    const message = new IntlMessageFormat(sources[language][key], localeOf[language], undefined, { ignoreTag: true });
    parsed.set(place, message);
    return message;
  };
  const say: SayText<Key> = (language, key, values) => {
    const message = messageOf(language, key);
    try {
      return String(message.format(values));
    } catch (error) {
      throw new CodedError(
        'text-value-missing',
        `The text ${key} needs a value it was not given.`,
        { key, language },
        { cause: error },
      );
    }
  };
  const has = (key: string): key is Key => Object.values(sources).every((texts) => Object.hasOwn(texts, key));
  return Object.assign(say, { has, sources });
}
