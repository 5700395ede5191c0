import { foldWord, readWords, type TextWord } from './read-words';

/** What English writes with a capital inside a sentence and is nobody: days, months, and what is of a country. */
const calendar = [
  'Monday Tuesday Wednesday Thursday Friday Saturday Sunday',
  'January February March April May June July August September October November December',
  'English French German Spanish Italian Dutch Portuguese Japanese Chinese European American British',
].flatMap((line) => line.split(' ').map(foldWord));

/**
 * Whether a text may name somebody, by its looks alone: a word inside a sentence with a capital, which is no abbreviation, no day, month or language, and
 * not among `known`. Nothing is compared with who takes part, so that what it says of a name tells nobody whose programme it is.
 */
export function mayHoldName(text: string, known: ReadonlySet<string>): boolean {
  const all = readWords(text);
  return all.some((word, place) => {
    const written = text.slice(word.start, word.end);
    const isAbbreviation = written.length === 1 || written === written.toUpperCase();
    return (
      word.isCapital &&
      !isAbbreviation &&
      !beginsSentence(text, all[place - 1], word) &&
      !calendar.includes(word.folded) &&
      !known.has(word.folded)
    );
  });
}

/** The words of texts, as `mayHoldName` compares them. */
export function foldedWords(texts: readonly string[]): ReadonlySet<string> {
  return new Set(texts.flatMap((text) => readWords(text).map(({ folded }) => folded)));
}

/** Behind a title or an initial the point ends no sentence. */
const shortened = new Set('m mr mrs ms mme mlle dr pr prof st ste mgr'.split(' '));

function beginsSentence(text: string, before: TextWord | undefined, { start }: TextWord): boolean {
  if (before === undefined) return true;
  const between = text.slice(before.end, start);
  if (/^\.\s?$/u.test(between) && before.isCapital && (before.folded.length === 1 || shortened.has(before.folded)))
    return false;
  return /[.!?:;…\n•«"“(]|(?:^|\s)[-–—*](?:\s|$)/u.test(between);
}
