import { cellsText } from './cell-text';
import { findColumns } from './find-columns';
import { findHeaders } from './find-headers';
import { foldText } from '../kernel/fold-text';
import { identifyPeople } from './identify-people';
import type { PeopleTable } from './people-table';
import { ok, refused, type Result } from '../kernel/result';

export interface JoinedTable {
  readonly table: PeopleTable;
  /** Rows of the other file whose key is nobody's of the first, or stands there a second time. */
  readonly unknown: number;
  /** Rows of the first file of which the other one says nothing. */
  readonly without: number;
}

/**
 * The first file with the columns of the other one beside them, row by row of one key: the headers given, one for both or one each, else identifier or
 * address of both. Who is only in the other file takes no part. A column that both have fills the empty cells of the first. Refused where a key is in no
 * header. Linear in both files.
 */
export function combineTables(
  first: PeopleTable,
  other: PeopleTable,
  keys: readonly string[] = [],
): Result<JoinedTable, 'no-key'> {
  const [left, right] = [findHeaders(first, undefined), findHeaders(other, undefined)];
  const at = keysOf(left, right, keys);
  if (at === undefined) return refused('no-key');
  const identify = identifyPeople(
    left.rows.map((row, place) => ({
      id: `\u0000${String(place)}`,
      also: [cellsText(row, [at.left])].filter((text) => text !== ''),
    })),
  );
  const beside = new Map<number, readonly string[]>();
  let unknown = 0;
  for (const row of right.rows) {
    const key = cellsText(row, [at.right]);
    if (key === '') continue;
    const [only] = identify(key);
    const place = only === undefined ? undefined : Number(only.slice(1));
    if (place === undefined || beside.has(place)) unknown += 1;
    else beside.set(place, row.cells);
  }
  const folded = left.headers.map(foldText);
  const homes = right.headers.map((header, index) => {
    if (index === at.right) return at.left;
    const same = header === '' ? -1 : folded.indexOf(foldText(header));
    return same >= 0 ? same : undefined;
  });
  const added = right.headers.flatMap((_, index) => (homes[index] === undefined ? [index] : []));
  const width = left.headers.length;
  const rows = left.rows.map((row, place) => {
    const more = beside.get(place);
    if (more === undefined) return { ...row, cells: [...fill(row.cells, width), ...added.map(() => '')] };
    const own = [...fill(row.cells, width)];
    homes.forEach((home, index) => {
      if (home !== undefined && (own[home] ?? '').trim() === '') own[home] = more[index] ?? '';
    });
    return { ...row, cells: [...own, ...added.map((index) => more[index] ?? '')] };
  });
  const table = { ...left, headers: [...left.headers, ...added.map((index) => right.headers[index] ?? '')], rows };
  return ok({ table, unknown, without: left.rows.length - beside.size });
}

/** Cells up to the last header; what goes beyond it stays, and is told as a row that is too long. */
function fill(cells: readonly string[], width: number): readonly string[] {
  return cells.length >= width ? cells : [...cells, ...Array.from({ length: width - cells.length }, () => '')];
}

/** Where the key stands in both: where the headers say, else the identifier of both, or the address of both. */
function keysOf(
  left: PeopleTable,
  right: PeopleTable,
  keys: readonly string[],
): { readonly left: number; readonly right: number } | undefined {
  const [ofLeft, ofRight = ofLeft] = keys;
  if (ofLeft !== undefined && ofRight !== undefined) {
    const place = ({ headers }: PeopleTable, name: string): number => headers.map(foldText).indexOf(foldText(name));
    const found = { left: place(left, ofLeft), right: place(right, ofRight) };
    return found.left >= 0 && found.right >= 0 ? found : undefined;
  }
  const [one, another] = [findColumns(left).columns, findColumns(right).columns];
  for (const field of ['id', 'email'] as const) {
    const [a] = one.get(field)?.indexes ?? [];
    const [b] = another.get(field)?.indexes ?? [];
    if (a !== undefined && b !== undefined) return { left: a, right: b };
  }
  return undefined;
}
