import healthWords from './health-words.json';
import { readWords } from './read-words';

/** By their first word, the others that follow it. */
const phrases = new Map<string, (readonly string[])[]>();
for (const phrase of healthWords) {
  const [first = '', ...rest] = phrase.split(' ');
  phrases.set(first, [...(phrases.get(first) ?? []), rest]);
}

/**
 * Whether a text holds a word on somebody's health, in French or English: whole words, however accented. A list that warns whoever writes; it is
 * not there to find out anything about them.
 */
export function hasHealthWord(text: string): boolean {
  const words = readWords(text).map(({ folded }) => folded);
  return words.some((word, index) =>
    (phrases.get(word) ?? []).some((rest) => rest.every((next, step) => words[index + 1 + step] === next)),
  );
}
