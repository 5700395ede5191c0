import { foldText } from '../kernel/fold-text';
import { isQuestion } from '../enrolment/read-cells';
import presenceWords from './presence-words.json';
import { presences, type Presence } from './presence-contract';

/** What a directory says an account is: somebody's of the company, somebody's from outside, or nobody's. */
export type AccountKind = 'member' | 'guest' | 'service';

type Meaning = Presence | AccountKind | 'leaving';

const eastern = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]/u;
const longestPhrase = 5;

/**
 * Whether somebody is there, by the words of a status in the eight languages we read headers in; undefined for words nobody knows, and where they
 * say two things, or ask: `Inactive (on leave)` and `Left?` are no words that somebody has gone.
 */
export function presenceOf(text: string): Presence | undefined {
  if (isQuestion(text)) return undefined;
  const found = presencesIn(text);
  const [only, ...others] = [...found].filter((meaning) => meaning !== 'here') as Presence[];
  if (others.length > 0 || (only === 'gone' && found.has('here'))) return undefined;
  return only ?? (found.has('here') ? 'here' : undefined);
}

/** Whether the words say that somebody is there and about to leave: `Notice period`, « En préavis ». */
export function isLeaving(text: string): boolean {
  return presenceOf(text) === 'here' && meaningsIn(text, presenceOnly).has('leaving');
}

/** Who is about to leave is there. */
function presencesIn(text: string): ReadonlySet<Meaning> {
  return new Set([...meaningsIn(text, presenceOnly)].map((meaning) => (meaning === 'leaving' ? 'here' : meaning)));
}

/** What an account is, by the words of a directory: `Guest`, `SharedMailbox`; undefined for words nobody knows or that say two things. */
export function accountKindOf(text: string): AccountKind | undefined {
  const found = meaningsIn(text.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2'), accountOnly) as ReadonlySet<AccountKind>;
  const negated = /^(?:non|not|no|kein|keine|keiner|nicht|niet|geen|nao|pas) (.+)$/u.exec(foldText(text))?.[1];
  if (found.has('guest') && negated !== undefined && meaningsIn(negated, accountOnly).has('guest')) return 'member';
  // `Guest user` and `External member` are guests, as the directory says.
  if (found.has('guest')) return found.has('service') ? undefined : 'guest';
  return found.size === 1 ? [...found][0] : undefined;
}

interface Words {
  readonly exact: ReadonlyMap<string, Meaning>;
  readonly stems: readonly (readonly [string, Meaning])[];
  readonly eastern: readonly (readonly [string, Meaning])[];
}

const presenceOnly = wordsOf([...presences, 'leaving']);
const accountOnly = wordsOf(['member', 'guest', 'service']);

/** What the words say, the longest phrases first, each word once. */
function meaningsIn(text: string, words: Words): ReadonlySet<Meaning> {
  const found = new Set<Meaning>();
  const folded = foldText(text.slice(0, 100));
  if (eastern.test(folded)) {
    let rest = folded;
    for (const [word, meaning] of words.eastern) {
      if (!rest.includes(word)) continue;
      found.add(meaning);
      rest = rest.replaceAll(word, ' ');
    }
    return found;
  }
  const tokens = folded.split(' ');
  for (let at = 0; at < tokens.length;) {
    let taken = 1;
    for (let length = Math.min(longestPhrase, tokens.length - at); length > 0; length--) {
      const meaning = meaningOf(tokens.slice(at, at + length), words);
      if (meaning === undefined) continue;
      found.add(meaning);
      taken = length;
      break;
    }
    at += taken;
  }
  return found;
}

function meaningOf(tokens: readonly string[], words: Words): Meaning | undefined {
  const phrase = tokens.join(' ');
  const exact = words.exact.get(phrase);
  if (exact !== undefined || tokens.length > 1) return exact;
  return words.stems.find(([stem]) => phrase.startsWith(stem))?.[1];
}

function wordsOf(meanings: readonly Meaning[]): Words {
  const exact = new Map<string, Meaning>();
  const stems: [string, Meaning][] = [];
  const east: [string, Meaning][] = [];
  for (const meaning of meanings) {
    exact.set(foldText(meaning), meaning);
    for (const list of Object.values(presenceWords[meaning]))
      for (const word of list.split(', ')) {
        const folded = foldText(word);
        if (eastern.test(word)) east.push([folded, meaning]);
        else if (word.endsWith('*')) stems.push([folded, meaning]);
        else if (!exact.has(folded)) exact.set(folded, meaning);
      }
  }
  return { exact, stems, eastern: east.sort(([a], [b]) => b.length - a.length) };
}
