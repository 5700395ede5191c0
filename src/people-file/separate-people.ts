import { isTelling, nameWords } from './fold-name';

/** What stands between two people of one cell, or between somebody's number and name. */
export const betweenPeople = /\s[-–—:+＋]\s|[|/／\t]/u;

/** A part of a cell and whom it may mean. */
export interface NamedPart {
  readonly text: string;
  readonly found: readonly string[];
}

/**
 * Whom a cell with several people means: parts by semicolons, lines, bars, commas, slashes, dashes, plus signs or the word between the last two, where the parts mean somebody and the whole does
 * not. `Ruiz, Tomas; Vogt, Lena` are two people. A part that means nobody, beside one that does, is a part of its own: with `wordsOf`, all words that a row has
 * for somebody, also where the whole means one person.
 */
export function peopleIn(
  text: string,
  identify: (text: string) => readonly string[],
  wordsOf?: (id: string) => string,
): readonly NamedPart[] {
  const parts = splitBy(text, /[;|\n、]/u);
  const separated = parts.flatMap((part): readonly NamedPart[] => {
    const whole = identify(part);
    const items = splitBy(part, between);
    if (whole.length > 0 && wordsOf !== undefined)
      return [{ text: part, found: whole }, ...strangersIn(part, items, whole, identify, wordsOf)];
    if (whole.length > 0 || items.length < 2) return [{ text: part, found: whole }];
    const named: NamedPart[] = [];
    for (let at = 0; at < items.length; at++) {
      const item = items[at] ?? '';
      const pair = `${item}, ${items[at + 1] ?? ''}`;
      const alone = identify(item);
      const both = alone.length !== 1 && at + 1 < items.length ? identify(pair) : [];
      const isPair = both.length > 0 && (alone.length === 0 || both.length < alone.length);
      named.push(isPair ? { text: pair, found: both } : { text: item, found: alone });
      if (isPair) at += 1;
    }
    return named.some(({ found }) => found.length > 0) ? named : [{ text: part, found: [] }];
  });
  return separated;
}

const between = /,|[/／]|\s(?:and|et|und|y|en|e|ed|of|[-–—&+＋])\s/iu;

/** Parts of a cell that names somebody which are of somebody else, and mean nobody of the file. */
function strangersIn(
  whole: string,
  items: readonly string[],
  found: readonly string[],
  identify: (text: string) => readonly string[],
  wordsOf: (id: string) => string,
): readonly NamedPart[] {
  if (items.length < 2 || /=/u.test(whole)) return [];
  const own = new Set(found.flatMap((id) => nameWords(wordsOf(id))));
  return items
    .filter((item) => {
      // A number beside a name is of the same person: `P77 - Tomas Ruiz`.
      if (!/\p{L}{2}/u.test(item) && !/[/／&+＋]/u.test(whole)) return false;
      const words = nameWords(item).filter(isTelling);
      return words.length > 0 && !words.some((word) => own.has(word)) && identify(item).length === 0;
    })
    .map((text) => ({ text, found: [] }));
}

function splitBy(text: string, separator: RegExp): readonly string[] {
  return text
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
