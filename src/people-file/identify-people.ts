import { addTo, matchNames, membersOf, type Group, type Groups } from './match-names';
import { betweenPeople } from './separate-people';

/** What a row says of who it is about. */
export interface NamedRow {
  readonly id?: string;
  readonly email?: string;
  readonly name?: string;
  /** Other names of the same person: the preferred one, the one that a directory shows. */
  readonly names?: readonly string[];
  /** Other identifiers of the row: user name, employee number, a directory's path. */
  readonly also?: readonly string[];
}

/** The ids that a text may mean; with `byPart` of everybody whom a part of a name fits. */
export type Identify = (text: string, byPart?: boolean) => readonly string[];

/** Texts whose answer is kept. */
const mostSought = 50_000;

/**
 * Tells the ids of the file that a cell may mean (none, one, or several people of one name). Reads a cell such
 * as a manager's in the ways in which systems write it: any identifier of a row in any case, the number that a
 * spreadsheet made of it (`123`, `123.0`, `1.23E+2` for `00123`), what stands before or after a name (`Ada (E1)`, `E1 - Ada`, `Ada <a@x.example>`), a
 * directory's `CN=…`, the part of an address before its @, or the full name where only one person has it. With `byPart` whatever fits a part of a name too, and then everybody
 * whom it fits (`matchNames`).
 */
export function identifyPeople(rows: readonly NamedRow[]): Identify {
  const ids = new Map<string, string>();
  const also: Groups = new Map();
  const numbers: Groups = new Map();
  const locals: Groups = new Map();
  for (const { id, email, also: others = [] } of rows) {
    if (id === undefined) continue;
    ids.set(id.toLowerCase(), id);
    if (email !== undefined && !ids.has(email)) ids.set(email, id);
    addTo(numbers, numberForm(id), id);
    for (const address of [email, ...others])
      if (address?.includes('@')) addTo(locals, /^([^@\s]+)@/u.exec(address)?.[1]?.toLowerCase(), id);
    for (const other of others) {
      addTo(also, other.toLowerCase(), id);
      addTo(numbers, numberForm(other), id);
    }
  }
  const known = (text: string, byPart: boolean): readonly string[] => {
    const only = (found: Group | undefined): readonly string[] =>
      typeof found === 'string' || byPart ? membersOf(found) : [];
    const key = text.toLowerCase();
    const id = ids.get(key);
    if (id !== undefined) return [id];
    const found = [also.get(key), numbers.get(numberForm(text) ?? ''), locals.get(key)].map(only);
    return found.find(({ length }) => length > 0) ?? [];
  };
  const { whole: named, partly } = matchNames(rows);
  // Names take a while, and a manager's stands in many rows.
  const kept = { strict: new Map<string, readonly string[]>(), byPart: new Map<string, readonly string[]>() };
  return (cell, byPart = false) => {
    const sought = byPart ? kept.byPart : kept.strict;
    const text = cell.replaceAll('\n', ' ');
    if (text === '') return [];
    const direct = known(text, byPart);
    if (direct.length > 0) return direct;
    const before = sought.get(text);
    if (before !== undefined) return before;
    const found = seek(text, byPart);
    if (sought.size < mostSought) sought.set(text, found);
    return found;
  };

  function seek(text: string, byPart: boolean): readonly string[] {
    const person = /^cn=((?:[^,\\]|\\.)+)/iu.exec(text)?.[1]?.replaceAll('\\', '') ?? text;
    const bare = person.replace(/[([<][^()[\]<>]*[)\]>]/gu, ' ').trim();
    const whole = named(person);
    if (whole.length === 1) return whole;
    const inBrackets = [...text.matchAll(/[([<]([^()[\]<>]+)[)\]>]/gu)].map((match) => match[1]?.trim() ?? '');
    const parts = text.split(betweenPeople).map((piece) => piece.trim());
    // A domain stands before the account's name: `ACME\truiz`.
    const account = /^[\w.-]+\\([^\\\s]+)$/u.exec(text)?.[1] ?? '';
    const pieces = [...inBrackets, ...parts, account, person, bare].filter((piece) => piece !== '');
    const codes = pieces.map((piece) => known(piece, byPart)).filter(({ length }) => length > 0);
    const byCode = new Set(codes.flat());
    const isOne = codes.every(({ length }) => length === byCode.size);
    if (parts.length > 1)
      for (const part of parts) {
        const found = known(part, byPart).length > 0 ? [] : nameOf(part, byPart);
        if (byPart || found.length === 1) found.forEach((id) => byCode.add(id));
      }
    // Several people in one cell are for `peopleIn` to part: none of them is the one whom the cell means.
    if (byPart && byCode.size > 0 && isOne && parts.length === 1) {
      // The name of one and the number of another: either may be meant.
      const byName = named(bare);
      return byName.some((id) => byCode.has(id)) ? [...byCode] : [...byCode, ...byName];
    }
    if (byCode.size > 0) return byCode.size === 1 ? [...byCode] : [];
    for (const candidate of [person, bare, ...pieces]) {
      const found = named(candidate);
      if (found.length > 0) return found;
    }
    return partly(/^([^@\s]+)@[^@\s]+$/u.exec(bare)?.[1]?.replace(/[._-]+/gu, ' ') ?? bare, byPart);
  }

  function nameOf(part: string, byPart: boolean): readonly string[] {
    const whole = named(part);
    return whole.length > 0 || !byPart ? whole : partly(part, byPart);
  }
}

/** The digits of an id that is a number, without what a spreadsheet adds or takes away; undefined for any other id. */
function numberForm(text: string): string | undefined {
  if (!/^\d/u.test(text)) return undefined;
  const grown = /^\d(?:[.,]\d+)?E\+?\d{1,2}$/iu.test(text) ? Number(text.replace(',', '.')) : Number.NaN;
  const digits = Number.isSafeInteger(grown) ? String(grown) : /^(\d+)(?:[.,]0+)?$/u.exec(text)?.[1];
  return digits?.replace(/^0+(?=\d)/u, '');
}
