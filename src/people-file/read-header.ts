import columnWords from './column-words.json';
import privateWords from './private-words.json';
import { foldText } from '../kernel/fold-text';

/** What a word of a header is about; `column-words.json` and `private-words.json` have the words of each in the languages we know. */
export type HeaderSubject = keyof typeof columnWords | keyof typeof privateWords;

export interface ReadHeader {
  /** All of it as one folded text, and what stands outside and inside its brackets, for whole names of columns. */
  readonly whole: string;
  readonly outside: string;
  readonly inside: readonly string[];
  readonly subjects: ReadonlySet<HeaderSubject>;
  /** What the words in brackets are about: they belong to `subjects` too. */
  readonly insideSubjects: ReadonlySet<HeaderSubject>;
  /** Words that no list knows. */
  readonly unknown: number;
  /** A sentence, as a form asks. */
  readonly question: boolean;
}

/** Endings that make a word fit everybody: « salarié(e) », « Vorgesetzte/r », « collaborateur·trice », `Mitarbeiter*in`. */
const endings =
  /(?<=\p{L})(?:\((?:e|r|s|n|a|as|es|in|innen|ne|rice|trice|euse|ère|es?)\)|[/*·:.•](?:e|r|rice|trice|euse|in|innen|ne|a|as|ère|es?)(?![\p{L}\p{N}/]))/giu;
/** Marks that make a word a number: `Employee #`, « n° », `№`. */
const numberMarks = /#|\bn\s?[°º]|№|º\b/giu;
const eastern = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]/u;
const longestPhrase = 5;

/** Words of a header as one spelling: `displayName`, `Display name` and `DISPLAY_NAME` are one. */
export function headerWords(text: string): string {
  return foldText(
    text
      .normalize('NFC')
      .replace(endings, '')
      .replace(numberMarks, ' number ')
      .normalize('NFKC')
      .replace(/(\p{Ll}|\p{N})(\p{Lu})/gu, '$1 $2')
      .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2'),
  ).replace(/\bn ?\+ ?(\d)\b/gu, 'n+$1');
}

/** What a header says, by its words. Never throws; an empty header has no subject. */
export function readHeader(header: string): ReadHeader {
  const plain = header.normalize('NFC').replace(endings, '');
  const brackets = /\(([^()]*)\)|\[([^[\]]*)\]|（([^（）]*)）|【([^【】]*)】|<([^<>]*)>/gu;
  const inside = [...plain.matchAll(brackets)]
    .map((match) => headerWords(match.slice(1).join('')))
    .filter((part) => part !== '');
  const outside = headerWords(plain.replace(brackets, ' '));
  const subjects = new Set<HeaderSubject>();
  const insideSubjects = new Set<HeaderSubject>();
  let unknown = tell(outside, subjects);
  for (const part of inside) unknown += tell(part, insideSubjects);
  insideSubjects.forEach((subject) => subjects.add(subject));
  const question = /[?？]/u.test(header) || outside.split(' ').length > 5;
  return { whole: headerWords(plain), outside, inside, subjects, insideSubjects, unknown, question };
}

/** Adds what the words are about, the longest phrases first; returns how many words nothing is known of. */
function tell(words: string, subjects: Set<HeaderSubject>): number {
  const tokens = words.split(' ').filter((token) => token !== '');
  let unknown = 0;
  for (let at = 0; at < tokens.length;) {
    const token = tokens[at] ?? '';
    if (eastern.test(token)) {
      unknown += tellEastern(token, tokens.length === 1, subjects);
      at += 1;
      continue;
    }
    let taken = 0;
    for (let length = Math.min(longestPhrase, tokens.length - at); length > 0 && taken === 0; length--) {
      const found = phraseOf(tokens.slice(at, at + length));
      if (found === undefined) continue;
      found.forEach((subject) => subjects.add(subject));
      taken = length;
    }
    if (taken === 0) {
      const parts = splitWord(token);
      parts?.forEach((subject) => subjects.add(subject));
      if (parts === undefined) unknown += 1;
    }
    at += Math.max(1, taken);
  }
  subjects.delete('stop');
  return unknown;
}

function phraseOf(tokens: readonly string[]): readonly HeaderSubject[] | undefined {
  const phrase = tokens.join(' ');
  const exact = vocabulary.exact.get(phrase);
  if (exact !== undefined || /\d/u.test(phrase)) return exact;
  let best: { readonly length: number; readonly subjects: readonly HeaderSubject[] } | undefined;
  for (const { start, end, middle, subjects } of vocabulary.stems) {
    if (!(middle === '' ? phrase.startsWith(start) && phrase.endsWith(end) : phrase.includes(middle))) continue;
    const length = start.length + end.length + middle.length;
    // A stem is of one word, or of the last one of a phrase.
    if (tokens.length > 1 && (start.match(/ /gu)?.length ?? 0) !== tokens.length - 1) continue;
    if (best === undefined || length > best.length) best = { length, subjects };
    else if (length === best.length) best = { length, subjects: [...best.subjects, ...subjects] };
  }
  return best === undefined ? undefined : [...best.subjects, ...endingOf(phrase, best.length)];
}

/** What the end of a compound word is about, beside the longer beginning that is known: « Medewerkernummer ». */
function endingOf(phrase: string, known: number): readonly HeaderSubject[] {
  return vocabulary.stems.flatMap(({ end, subjects }) =>
    end !== '' && phrase.endsWith(end) && end.length + known <= phrase.length ? subjects : [],
  );
}

/** `employeeid`, `MANAGERNAME`: two known words written as one. */
function splitWord(token: string): readonly HeaderSubject[] | undefined {
  const joined = vocabulary.joined.get(token);
  if (joined !== undefined) return joined;
  for (let cut = token.length - 2; cut >= 2; cut--) {
    const [left, right] = [token.slice(0, cut), token.slice(cut)].map(
      (part) => vocabulary.exact.get(part) ?? vocabulary.joined.get(part),
    );
    if (left !== undefined && right !== undefined && !left.includes('stop') && !right.includes('stop'))
      return [...left, ...right];
  }
  return undefined;
}

/** Japanese has no spaces: the longest known words in the text, each part of it once. */
function tellEastern(text: string, alone: boolean, subjects: Set<HeaderSubject>): number {
  let rest = text;
  for (const [word, found] of vocabulary.eastern) {
    const whole = word.startsWith('=');
    if (whole ? !(alone && text === word.slice(1)) : !rest.includes(word)) continue;
    found.forEach((subject) => subjects.add(subject));
    rest = whole ? '' : rest.replaceAll(word, ' ');
  }
  return rest.replace(/[\p{Script=Hiragana}\s]/gu, '') === '' ? 0 : 1;
}

interface Stem {
  readonly start: string;
  readonly end: string;
  readonly middle: string;
  readonly subjects: readonly HeaderSubject[];
}

const vocabulary = readVocabulary();

function readVocabulary(): {
  readonly exact: ReadonlyMap<string, readonly HeaderSubject[]>;
  readonly joined: ReadonlyMap<string, readonly HeaderSubject[]>;
  readonly stems: readonly Stem[];
  readonly eastern: readonly (readonly [string, readonly HeaderSubject[]])[];
} {
  const words = new Map<string, HeaderSubject[]>();
  for (const [subject, languages] of Object.entries({ ...columnWords, ...privateWords }) as [
    HeaderSubject,
    Record<string, string>,
  ][])
    for (const list of Object.values(languages))
      for (const word of list.split(', ')) words.set(word, [...new Set([...(words.get(word) ?? []), subject])]);
  const exact = new Map<string, readonly HeaderSubject[]>();
  const stems: Stem[] = [];
  const east: [string, readonly HeaderSubject[]][] = [];
  for (const [word, subjects] of words) {
    const folded = foldText(word.replaceAll('*', ''));
    if (eastern.test(word)) east.push([(word.startsWith('=') ? '=' : '') + foldText(word), subjects]);
    else if (!word.includes('*')) exact.set(word, [...new Set([...(exact.get(word) ?? []), ...subjects])]);
    else if (word.startsWith('*') && word.endsWith('*')) stems.push({ start: '', end: '', middle: folded, subjects });
    else if (word.startsWith('*')) stems.push({ start: '', end: folded, middle: '', subjects });
    else stems.push({ start: folded, end: '', middle: '', subjects });
  }
  const joined = new Map<string, readonly HeaderSubject[]>();
  for (const [word, subjects] of exact) if (word.includes(' ')) joined.set(word.replaceAll(' ', ''), subjects);
  return { exact, joined, stems, eastern: east.sort(([a], [b]) => b.length - a.length) };
}
