import { isFailedLookUp } from './empty-cell';
import { isTelling, nameWords } from './fold-name';
import type { PeopleIssue, WarningReason } from './people-issue';
import { readOnce } from './read-cells-once';
import { peopleIn, type NamedPart } from './separate-people';

/** What a row says of the people above somebody. */
export interface ManagedRow {
  readonly row: number;
  readonly id?: string;
  readonly managerId?: string;
  /** The manager as other columns name them. */
  readonly managerOtherwise?: readonly string[];
  /** People further up, by the columns that name them. */
  readonly superiors?: readonly { readonly index: number; readonly text: string }[];
}

export interface ReadManagers {
  /** Manager's id by id. */
  readonly reportingLines: Map<string, string>;
  /** Whom else a row may mean, or names above somebody: nobody is paired with one of them either. */
  readonly alsoApart: ReadonlyMap<string, readonly string[]>;
  readonly warnings: readonly PeopleIssue<WarningReason>[];
}

/**
 * Reads who is whose manager from the cells of the rows. Whoever a cell may mean is kept apart: several people of one name, several managers of one cell, or
 * of two columns that disagree. A manager whom the file does not have is told, also beside one whom it has.
 */
export function readManagers(
  rows: readonly ManagedRow[],
  identify: (text: string) => readonly string[],
  wordsOf: (id: string) => string,
  {
    column,
    headers,
    partOf,
  }: {
    readonly column: string;
    readonly headers: readonly string[];
    /** The name of somebody whom a text names by a part of it only. */
    readonly partOf: (text: string, id: string) => string | undefined;
  },
): ReadManagers {
  // One manager stands in many rows.
  const partsOf = readOnce((text) => peopleIn(text, identify, wordsOf));
  const warnings: PeopleIssue<WarningReason>[] = [];
  const reportingLines = new Map<string, string>();
  const alsoApart = new Map<string, readonly string[]>();
  for (const { row, id, managerId, managerOtherwise = [], superiors = [] } of rows) {
    if (id === undefined) continue;
    const tell = (reason: WarningReason, value?: string, where = column): void =>
      void warnings.push({
        row,
        column: where,
        reason,
        ...(value === undefined ? {} : { values: { value: value.slice(0, 60) } }),
      });
    const apart = new Set<string>();
    for (const { index, text } of superiors)
      for (const part of partsOf(text)) {
        const where = headers[index] ?? '';
        if (part.found.length === 0) tell('superior-unknown', part.text, where);
        const others = part.found.filter((one) => one !== id);
        if (others.length > 0) tell('superior-apart', undefined, where);
        others.forEach((one) => apart.add(one));
      }
    if (managerId !== undefined) {
      const { manager, others } = readManager({ id, managerId, managerOtherwise }, partsOf, wordsOf, tell);
      if (manager !== undefined) reportingLines.set(id, manager);
      const person = manager === undefined || others.length > 0 ? undefined : partOf(managerId, manager);
      if (person !== undefined)
        warnings.push({ row, column, reason: 'manager-by-part', values: { value: managerId.slice(0, 60), person } });
      others.forEach((one) => apart.add(one));
    }
    apart.delete(id);
    if (apart.size > 0) alsoApart.set(id, [...apart]);
  }
  return { reportingLines, alsoApart, warnings };
}

function readManager(
  { id, managerId, managerOtherwise }: { id: string; managerId: string; managerOtherwise: readonly string[] },
  partsOf: (text: string) => readonly NamedPart[],
  wordsOf: (id: string) => string,
  tell: (reason: WarningReason, value?: string) => void,
): { readonly manager?: string; readonly others: readonly string[] } {
  const parts = partsOf(managerId);
  const plain = managerOtherwise.length === 0 ? onlyOne(parts) : undefined;
  if (plain !== undefined && plain !== id) return { manager: plain, others: [] };
  const known = parts.filter(({ found }) => found.length > 0);
  const [first, ...more] = [...new Set(someoneIn(known))];
  const stated = first === undefined ? [] : [first, ...more];
  const otherwise = managerOtherwise.map(partsOf);
  const elsewhere = otherwise.map(someoneIn);
  const only = elsewhere.find(({ length }) => length === 1)?.[0];
  const isOpen = known.length === 1 && stated.length > 1;
  // Where the cell leaves open who is meant, or the file does not have them, another column may tell.
  const meant = only !== undefined && (stated.length === 0 || (isOpen && stated.includes(only))) ? [only] : stated;
  const differing = elsewhere.filter((found) => !found.some((other) => meant.includes(other))).flat();
  const [manager = differing[0], ...others] = [...new Set([...meant, ...differing])];

  if (manager === undefined) {
    // Payroll writes a number of zeros for nobody.
    if (/^0+$/u.test(managerId)) return { others };
    tell('manager-unknown', managerId);
    // Two look-ups that failed are not one manager; two people whose manager is not in the file have the same one, however the two rows spell it.
    return isFailedLookUp(managerId) ? { others } : { manager: managerId.toLowerCase(), others };
  }
  const beside = [parts, ...otherwise].flatMap((all) =>
    all.filter(({ found }) => found.length === 0).map(({ text }) => ({ text, isPart: someoneIn(all).length > 0 })),
  );
  for (const { text, isPart } of beside)
    if (isPart || isOfNone(text, [manager, ...others].map(wordsOf))) tell('manager-part-unknown', text);
  if (meant.length > 0 && differing.length > 0) tell('managers-differ', [managerId, ...managerOtherwise].join(' / '));
  if (meant.length === 0 || (isOpen && meant === stated)) {
    tell('manager-ambiguous', managerId);
    return { manager: managerId.toLowerCase(), others: [manager, ...others] };
  }
  if (meant.length > 1) tell('manager-several', managerId);
  if (manager !== id) return { manager, others };
  tell('manager-self');
  const [next, ...rest] = others;
  return next === undefined ? { others } : { manager: next, others: rest };
}

/** Whether a name has no word of these; a number may be of a place. */
function isOfNone(text: string, names: readonly string[]): boolean {
  const words = nameWords(text);
  const own = new Set(names.flatMap(nameWords));
  return !/\d/u.test(text) && words.some(isTelling) && !words.some((word) => own.has(word));
}

/** The one person whom a cell means without anything beside, as most cells do. */
function onlyOne([part, ...others]: readonly NamedPart[]): string | undefined {
  return others.length === 0 && part?.found.length === 1 ? part.found[0] : undefined;
}

function someoneIn(parts: readonly NamedPart[]): readonly string[] {
  return parts.flatMap(({ found }) => found);
}
