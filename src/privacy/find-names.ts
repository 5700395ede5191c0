import type { KnownNames } from './known-names';
import { readWords, type TextWord } from './read-words';

/** A stretch of a text. */
export interface TextSpan {
  readonly start: number;
  /** The first place behind it. */
  readonly end: number;
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** Before these an everyday word in small letters is one: "la pierre", "très claire", "we hope". */
const beforeThings = words(
  'le la les l un une des ce cet cette ces ma mon mes ta ton tes sa notre nos votre vos leur leurs chaque quelle quel ' +
    'the a an this that these those my your his its our their some any every each ' +
    'est etait sont etaient sera soit serait fut tres plus assez bien plutot trop si aussi moins pas peu vraiment toujours tout toute ' +
    'reste devient semble parait rend etre rester rendre is was are were be been very more too quite so not ' +
    'i you we they would could should must',
);
const nounEnding =
  /(?:tion|sion|ite|ure|ance|ence|ique|ette|esse|onse|igne|iere|acon|idee|image|vision|regle|feuille|attente)$/u;
/** After these a word is a name, whatever else it is. */
const titles = words('m mr mrs ms mme mlle madame monsieur mister docteur dr');
const addressed = words('with avec chez merci thanks thank dear cher chere hi hello bonjour');
/** "Will you …", at the beginning of a sentence. */
const askedAfterWill = words('you we i it they he she there this that the my our your these those');
const ofThanks = words('a au aux');
const beforeCountry = words('en la de in from of to');

/** Where a text names people: whole words, whatever their case and accents; a word that is also an everyday one where it reads as a name. */
export function findNames(text: string, known: KnownNames): readonly TextSpan[] {
  const all = readWords(text);
  const taken = all.map((_, place) => isName(text, all, place, known) || isWhole(text, all, place, known));
  takeNeighbours(text, all, taken, known);
  const spans = all.flatMap((word, place): TextSpan[] => (taken[place] === true ? [spanOf(text, word)] : []));
  const unspaced = known.unspaced.flatMap((name) => [...placesOf(text, name)]);
  return joined(text, [...spans, ...unspaced]);
}

function isName(text: string, all: readonly TextWord[], place: number, known: KnownNames): boolean {
  const word = all[place];
  if (word === undefined) return false;
  const { folded, isCapital } = word;
  const before = isNextTo(text, all[place - 1], word) ? (all[place - 1]?.folded ?? '') : '';
  const after = isNextTo(text, word, all[place + 1]) ? (all[place + 1]?.folded ?? '') : '';
  switch (known.kindOf(folded)) {
    case undefined:
    case 'small':
      return false;
    case 'name':
      return true;
    case 'first':
      if (folded === 'grace' && ofThanks.has(after)) return false;
      if (folded === 'france' && beforeCountry.has(before)) return false;
      return isCapital || !(beforeThings.has(before) || nounEnding.test(before));
    case 'seldom':
      if (folded === 'will') return isCapital ? !askedAfterWill.has(after) : addressed.has(before);
      return isCapital || titles.has(before);
  }
}

/** Whether the word and one beside it are of one person's name, everyday words as they may be: "will young", "Do Van". */
function isWhole(text: string, all: readonly TextWord[], place: number, known: KnownNames): boolean {
  const word = all[place];
  if (word === undefined) return false;
  return [all[place - 1], all[place + 1]].some((other, side) => {
    const [one, next] = side === 0 ? [other, word] : [word, other];
    if (other === undefined || other.folded.length === 1 || word.folded.length === 1) return false;
    if (!isNextTo(text, one, next) || !known.areOfOne(word.folded, other.folded)) return false;
    return [word, other].every(({ folded, isCapital }) => isCapital || known.kindOf(folded) !== 'small');
  });
}

/** An everyday word or a letter beside a word of the same person's name, and particles between two. */
function takeNeighbours(text: string, all: readonly TextWord[], taken: boolean[], known: KnownNames): void {
  const reach = (place: number, step: 1 | -1): void => {
    for (let at = place + step; all[at] !== undefined && taken[at] !== true; at += step) {
      const [word, beside] = [all[at], all[at - step]] as [TextWord, TextWord];
      if (!isNextTo(text, ...(step === 1 ? ([beside, word] as const) : ([word, beside] as const)))) return;
      if (!known.areOfOne(beside.folded, word.folded)) return;
      if (known.kindOf(word.folded) === 'small' ? !word.isCapital : word.folded.length === 1 && !isInitial(text, word))
        return;
      taken[at] = true;
    }
  };
  for (const [place, isTaken] of [...taken.entries()])
    if (isTaken) {
      reach(place, 1);
      reach(place, -1);
    }
  for (const [place] of all.entries())
    if (taken[place] === true) {
      let next = place + 1;
      while (taken[next] === false && known.kindOf(all[next]?.folded ?? '') === 'small' && next - place < 4) next++;
      const between = all.slice(place, next + 1);
      const isOne = between.every((word, step) => step === 0 || isNextTo(text, between[step - 1], word));
      if (taken[next] === true && isOne) taken.fill(true, place, next);
    }
}

/** An initial has its point. */
function spanOf(text: string, { start, end }: TextWord): TextSpan {
  return { start, end: end - start === 1 && text[end] === '.' ? end + 1 : end };
}

function isInitial(text: string, { end, isCapital, folded }: TextWord): boolean {
  return isCapital && (/[.'’]/u.test(text[end] ?? '') || !['a', 'i', 'o', 'y'].includes(folded));
}

/** Nothing but a space, a hyphen, an apostrophe, a point or a comma stands between the two. */
function isNextTo(text: string, one: TextWord | undefined, other: TextWord | undefined): boolean {
  if (one === undefined || other === undefined) return false;
  return /^[\s\-‐‑–'’.,_]{1,3}$/u.test(text.slice(one.end, other.start));
}

function* placesOf(text: string, name: string): Generator<TextSpan> {
  for (let start = text.indexOf(name); start !== -1; start = text.indexOf(name, start + 1))
    yield { start, end: start + name.length };
}

/** In order; those that overlap or have no more than a blank, a hyphen or the comma of a list of names between them as one. */
export function joined(text: string, spans: readonly TextSpan[]): readonly TextSpan[] {
  const result: TextSpan[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    const last = result.at(-1);
    if (last !== undefined && /^(?:[ \u00A0\u202F\-‐‑'’._]?|, )$/u.test(text.slice(last.end, span.start)))
      result[result.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    else result.push(span);
  }
  return result;
}
