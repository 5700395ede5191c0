import { foldText } from '../kernel/fold-text';

/** What a row says of who it is about. */
export interface NamedRow {
  readonly id?: string;
  readonly email?: string;
  readonly name?: string;
  /** Other identifiers of the row: user name, employee number, a directory's path. */
  readonly also?: readonly string[];
}

/** Texts whose answer is kept. */
const mostSought = 50_000;

/**
 * Tells the ids of the file that a cell may mean (none, one, or several people of one name). Reads a cell such
 * as a manager's in the ways in which systems write it: any identifier of a row in any case, the number that a
 * spreadsheet made of it (`123`, `123.0`, `1.23E+2` for `00123`), what stands before or after a name (`Ada (E1)`, `E1 - Ada`, `Ada <a@x.example>`), a
 * directory's `CN=…`, the part of an address before its @, or the full name where only one person has it.
 */
export function identifyPeople(rows: readonly NamedRow[]): (text: string) => readonly string[] {
  const ids = new Map<string, string>();
  const also: Groups = new Map();
  const numbers: Groups = new Map();
  const locals: Groups = new Map();
  for (const { id, email, also: others = [] } of rows) {
    if (id === undefined) continue;
    ids.set(id.toLowerCase(), id);
    if (email !== undefined && !ids.has(email)) ids.set(email, id);
    addTo(numbers, numberForm(id), id);
    for (const address of [email, ...others]) addTo(locals, /^([^@\s]+)@/u.exec(address ?? '')?.[1]?.toLowerCase(), id);
    for (const other of others) {
      addTo(also, other.toLowerCase(), id);
      addTo(numbers, numberForm(other), id);
    }
  }
  const only = (found: Group | undefined): string | undefined => (typeof found === 'string' ? found : undefined);
  const known = (text: string): string | undefined => {
    const key = text.toLowerCase();
    return ids.get(key) ?? only(also.get(key)) ?? only(numbers.get(numberForm(text) ?? '')) ?? only(locals.get(key));
  };
  // Made when a cell first asks for them: most files name managers by a number.
  let names: Groups | undefined;
  const named = (text: string): readonly string[] => {
    names ??= groupNames(rows, (name) => [nameForm(name)]);
    return membersOf(names.get(nameForm(text)));
  };
  let parts: Groups | undefined;
  let wordsById: ReadonlyMap<string, ReadonlySet<string>> | undefined;
  const partly = (text: string): readonly string[] => {
    parts ??= groupNames(rows, wordPairs);
    wordsById ??= new Map(rows.map(({ id = '', name = '' }) => [id, wordsOf(name)]));
    const words = wordsOf(text);
    // A second first name or a title on one of the two sides: one name holds all the words of the other.
    const found = new Set<string>();
    for (const id of new Set(wordPairs(text).flatMap((pair) => membersOf(parts?.get(pair))))) {
      const others = wordsById.get(id) ?? new Set();
      if (isWithin(words, others) || isWithin(others, words)) found.add(id);
      if (found.size > 1) return [];
    }
    return [...found];
  };
  // Names take a while, and a manager's stands in many rows.
  const sought = new Map<string, readonly string[]>();
  return (cell) => {
    const text = cell.replaceAll('\n', ' ');
    if (text === '') return [];
    const direct = known(text);
    if (direct !== undefined) return [direct];
    const before = sought.get(text);
    if (before !== undefined) return before;
    const found = seek(text);
    if (sought.size < mostSought) sought.set(text, found);
    return found;
  };

  function seek(text: string): readonly string[] {
    const person = /^cn=((?:[^,\\]|\\.)+)/iu.exec(text)?.[1]?.replaceAll('\\', '') ?? text;
    const bare = person.replace(/[([<][^()[\]<>]*[)\]>]/gu, ' ').trim();
    const whole = named(person);
    if (whole.length === 1) return whole;
    const inBrackets = [...text.matchAll(/[([<]([^()[\]<>]+)[)\]>]/gu)].map((match) => match[1]?.trim() ?? '');
    const parts = text.split(betweenPeople).map((piece) => piece.trim());
    const pieces = [...inBrackets, ...parts, person, bare].filter((piece) => piece !== '');
    const byCode = new Set(pieces.flatMap((piece) => known(piece) ?? []));
    if (parts.length > 1)
      for (const part of parts) {
        const [id, ...namesakes] = known(part) === undefined ? named(part) : [];
        if (id !== undefined && namesakes.length === 0) byCode.add(id);
      }
    // Several people in one cell are for `peopleIn` to part: none of them is the one whom the cell means.
    if (byCode.size > 0) return byCode.size === 1 ? [...byCode] : [];
    for (const candidate of [person, bare, ...pieces]) {
      const found = named(candidate);
      if (found.length > 0) return found;
    }
    return partly(bare);
  }
}

/** What stands between two people of one cell, or between somebody's number and name. */
const betweenPeople = /\s[-–—:+＋]\s|[|/／\t]/u;

/** A part of a cell and whom it may mean. */
export interface NamedPart {
  readonly text: string;
  readonly found: readonly string[];
}

/**
 * Whom a cell with several people means: parts by semicolons, lines, bars, commas, slashes, dashes, plus signs or the word between the last two, where the parts mean somebody and the whole does
 * not. `Ruiz, Tomas; Vogt, Lena` are two people.
 */
export function peopleIn(text: string, identify: (text: string) => readonly string[]): readonly NamedPart[] {
  const parts = splitBy(text, /[;|\n、]/u);
  return parts.flatMap((part): readonly NamedPart[] => {
    const whole = identify(part);
    const items = splitBy(part, /,|[/／]|\s(?:and|et|und|y|en|[-–—&+＋])\s/iu);
    if (whole.length > 0 || items.length < 2) return [{ text: part, found: whole }];
    const named: NamedPart[] = [];
    for (let at = 0; at < items.length; at++) {
      const item = items[at] ?? '';
      const pair = `${item}, ${items[at + 1] ?? ''}`;
      const alone = identify(item);
      const both = alone.length === 0 && at + 1 < items.length ? identify(pair) : [];
      named.push(both.length > 0 ? { text: pair, found: both } : { text: item, found: alone });
      if (both.length > 0) at += 1;
    }
    return named.some(({ found }) => found.length > 0) ? named : [{ text: part, found: [] }];
  });
}

function splitBy(text: string, separator: RegExp): readonly string[] {
  return text
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** The digits of an id that is a number, without what a spreadsheet adds or takes away; undefined for any other id. */
function numberForm(text: string): string | undefined {
  const grown = /^\d(?:[.,]\d+)?E\+?\d{1,2}$/iu.test(text) ? Number(text.replace(',', '.')) : Number.NaN;
  const digits = Number.isSafeInteger(grown) ? String(grown) : /^(\d+)(?:[.,]0+)?$/u.exec(text)?.[1];
  return digits?.replace(/^0+(?=\d)/u, '');
}

/** The words of a name in whatever order: « DUPONT Claire », "Dupont, Claire"; a Japanese name with or without its space. */
function nameForm(name: string): string {
  const joined = foldText(name).replaceAll(' ', '');
  if (/^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々]+$/u.test(joined)) return joined;
  return foldText(name).split(' ').sort().join(' ');
}

function wordsOf(name: string): ReadonlySet<string> {
  return new Set(foldText(name).split(' '));
}

function isWithin(words: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  for (const word of words) if (!others.has(word)) return false;
  return true;
}

/** Every two words of a name: a name of three is found by two of them. */
function wordPairs(name: string): readonly string[] {
  const words = [...new Set(foldText(name).split(' '))].filter((word) => word.length > 1).slice(0, 6);
  return words.flatMap((one, at) => words.slice(at + 1).map((other) => [one, other].sort().join(' ')));
}

function groupNames(rows: readonly NamedRow[], keysOf: (name: string) => readonly string[]): Groups {
  const groups: Groups = new Map();
  for (const { id, name } of rows)
    if (id !== undefined && name !== undefined) for (const key of keysOf(name)) addTo(groups, key, id);
  return groups;
}

/** An id, or several: nearly all keys are one person's, and a set of each would be most of what is kept. */
type Group = string | Set<string>;
type Groups = Map<string, Group>;

function addTo(groups: Groups, key: string | undefined, id: string): void {
  if (key === undefined || key === '') return;
  const group = groups.get(key);
  if (group === undefined) groups.set(key, id);
  else if (typeof group !== 'string') group.add(id);
  else if (group !== id) groups.set(key, new Set([group, id]));
}

function membersOf(group: Group | undefined): readonly string[] {
  return group === undefined ? [] : typeof group === 'string' ? [group] : [...group];
}
