import { isEmptyCell } from './empty-cell';
import { headerWords } from './read-header';
import accountWords from './account-language-words.json';

const listOf = (words: Readonly<Record<string, string>>): readonly string[] =>
  Object.values(words).flatMap((list) => list.split(', '));
const account = new Set(listOf(accountWords.account));
const silent = new Set(listOf(accountWords.silent));
const language = new Set(listOf(accountWords.language));
const compounds = [
  new RegExp(`^(?:${accountWords.compounds.de})sprache$`, 'u'),
  new RegExp(`^(?:${accountWords.compounds.nl})taal$`, 'u'),
  new RegExp(`(?:${accountWords.compounds.ja}).*言語|言語設定`, 'u'),
];
const users = new Set(['user', 'users', 'utilisateur', 'utilisatrice', 'benutzer', 'usuario', 'utente', 'gebruiker']);
/** What systems call the language of an account in one word. */
const whole = new Set(['lang', 'locale', 'user locale', 'language tag', 'ui culture', 'preferred locale']);
/** A language with its country: what software is set to, and nobody's word for what they speak. */
const locale = /^[a-z]{2,3}[-_][A-Z]{2}(?:[._]utf-?8)?$/iu;

/**
 * Whether a header is of the language that an account, letters or screens are set to: `preferredLanguage`, « Langue de correspondance », `Systemsprache`.
 * Any word more, as in `Preferred language for mentoring`, says something else.
 */
export function isAccountLanguage(header: string): boolean {
  const words = headerWords(header.replace(/[()[\]（）【】]/gu, ' '));
  if (whole.has(words)) return true;
  const tokens = words.split(' ');
  const isCompound = (word: string): boolean => compounds.some((compound) => compound.test(word));
  const telling = tokens.filter((word) => !silent.has(word) && !language.has(word));
  // `User language` is set to something too, though `user` alone says nothing.
  const isOfUser = tokens.some((word) => users.has(word));
  return (
    tokens.some((word) => language.has(word) || isCompound(word)) &&
    (telling.length > 0 || isOfUser) &&
    telling.every((word) => account.has(word) || isCompound(word))
  );
}

/** Whether the cells of a column are settings of accounts: one language with its country in each. */
export function areLocales(cells: readonly string[]): boolean {
  const filled = cells.filter((text) => text !== '' && !isEmptyCell('languages', text));
  return filled.length > 0 && filled.every((text) => locale.test(text));
}
