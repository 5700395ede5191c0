import everydayWords from './everyday-words.json';
import { foldWord, readWords } from './read-words';

/**
 * What a word of somebody's name is beside that.
 * - `name`: nothing else.
 * - `first`: an everyday word that is a first name too, such as Rose, Pierre or Mark: rarely written without its small words.
 * - `seldom`: an everyday word that people use far more often than they mean anybody by it: Petit, Young, Will.
 * - `small`: an article, a particle or the like.
 */
export type NameKind = 'name' | 'first' | 'seldom' | 'small';

/** Names of people, as they are looked for in what others write. */
export interface KnownNames {
  readonly kindOf: (folded: string) => NameKind | undefined;
  /** Whether both words are of the name of one person; a single letter stands for a word that it begins. */
  readonly areOfOne: (folded: string, other: string) => boolean;
  /** Names of scripts that put no spaces between words. */
  readonly unspaced: readonly string[];
}

const everyday = new Map<string, NameKind>([
  ...everydayWords.first.map((word) => [word, 'first'] as const),
  ...everydayWords.seldom.map((word) => [word, 'seldom'] as const),
  ...everydayWords.small.map((word) => [word, 'small'] as const),
]);

const unspacedScript = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Hangul}]/u;
const shortestPlural = 3;

/** Makes names findable: first names, family names, parts of either, what is joined by a hyphen in one word, German vowels written out, and the plural. */
export function knownNames(names: Iterable<string>): KnownNames {
  const kinds = new Map<string, NameKind>();
  const together = new Set<string>();
  const unspaced = new Set<string>();
  for (const name of names) {
    if (unspacedScript.test(name)) for (const part of name.split(/[\s·・,]+/u)) if (part.length > 1) unspaced.add(part);
    const forms = wordsOf(name).map(formsOf);
    for (const form of forms.flat()) if (form.length > 1) kinds.set(form, everyday.get(form) ?? 'name');
    for (const [place, own] of forms.entries())
      for (const other of forms.filter((_, otherPlace) => otherPlace !== place).flat())
        for (const form of own) {
          for (const one of [form, form.charAt(0)])
            for (const two of [other, other.charAt(0)]) together.add(`${one} ${two}`);
          if (isWord(form + other) && !(isSmall(form) && isSmall(other))) kinds.set(form + other, 'name');
        }
  }
  return {
    kindOf: (folded) => kinds.get(folded) ?? pluralOf(kinds, folded),
    areOfOne: (folded, other) => together.has(`${folded} ${other}`),
    unspaced: [...unspaced],
  };
}

const shortestJoined = 4;
const isWord = (joined: string): boolean => joined.length >= shortestJoined && !everyday.has(joined);
const isSmall = (form: string): boolean => everyday.get(form) === 'small';

function formsOf(word: string): readonly string[] {
  const written = word
    .normalize('NFC')
    .toLowerCase()
    .replace(/[äöüå]/gu, (vowel) => ({ ä: 'ae', ö: 'oe', ü: 'ue', å: 'aa' })[vowel] ?? vowel);
  return [...new Set([foldWord(word), foldWord(written)])];
}

/** Of a name that is nothing else: "the Duponts". */
function pluralOf(kinds: ReadonlyMap<string, NameKind>, folded: string): NameKind | undefined {
  const one = folded.slice(0, -1);
  return folded.endsWith('s') && one.length >= shortestPlural && kinds.get(one) === 'name' ? 'name' : undefined;
}

function wordsOf(name: string): readonly string[] {
  return readWords(name).map(({ start, end }) => name.slice(start, end));
}
