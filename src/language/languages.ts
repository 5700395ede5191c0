/** One language of the product, with all that the code has to know of it. */
interface SpokenLanguage {
  readonly tag: string;
  /** Locale of numbers, plurals and dates. */
  readonly locale: string;
  /** How people are addressed, the familiar form before the formal one; empty where there is one way only. */
  readonly address: readonly [] | readonly [familiar: string, formal: string];
}

/**
 * Every language the product speaks, in the order in which they are offered. One more line here, and the compiler names whatever
 * that language still lacks. English is written in plain international wording.
 */
const spoken = [
  { tag: 'fr', locale: 'fr-FR', address: ['tu', 'vous'] },
  { tag: 'en', locale: 'en-GB', address: [] },
] as const satisfies readonly SpokenLanguage[];

export type Language = (typeof spoken)[number]['tag'];
type Forms<L extends Language> = Extract<(typeof spoken)[number], { tag: L }>['address'];

/** The tags of all languages, in the order in which they are offered. */
export const languages: readonly Language[] = spoken.map(({ tag }) => tag);

/** Something that exists once in each language. */
export type Localised<T> = Readonly<Record<Language, T>>;

/** Makes something once for each language. */
export function byLanguage<T>(make: (language: Language) => T): Localised<T> {
  return Object.fromEntries(languages.map((language) => [language, make(language)])) as Localised<T>;
}

/** Whether the product speaks the language of a tag. */
export function isLanguage(tag: string | undefined): tag is Language {
  return spoken.some((language) => language.tag === tag);
}

/** Locale of a language's numbers, plurals and dates. */
export const localeOf = Object.fromEntries(spoken.map(({ tag, locale }) => [tag, locale])) as Localised<string>;

/** A language's forms of address, the familiar one before the formal one. */
export const formsOfAddress = Object.fromEntries(spoken.map(({ tag, address }) => [tag, address])) as {
  readonly [L in Language]: Forms<L>;
};
