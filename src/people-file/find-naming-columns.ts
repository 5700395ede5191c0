import { cellsText } from './cell-text';
import { isEmptyCell } from './empty-cell';
import type { PeopleRow, PeopleTable } from './people-table';
import type { RowsNamed } from './rows-named';
import type { Relation } from './tell-relation';
import { pickSpreadRows } from './pick-spread-rows';

/** Rows looked at of columns that nothing is known of. */
const sample = 400;
/** Cells from which it can be told whether a column names people: a column that is filled here and there is gone through. */
const enough = 20;

/**
 * Columns, of those given, by which the cells of managers name people though their headers do not say so: no two rows have the same value, and half of the
 * managers that no other column tells are among them.
 */
export function findKeyColumns(
  table: PeopleTable,
  manager: readonly number[],
  indexes: readonly number[],
  named: RowsNamed,
): readonly number[] {
  const wanted = new Set<string>();
  let filled = 0;
  for (const row of table.rows.slice(0, sample)) {
    const text = cellsText(row, manager);
    if (text === '' || isEmptyCell('managerId', text)) continue;
    filled += 1;
    if (named.rowOf(text) === undefined) wanted.add(text.toLowerCase());
  }
  if (filled === 0 || wanted.size === 0) return [];
  return indexes.filter((index) => {
    const values = new Set<string>();
    let count = 0;
    for (const row of table.rows) {
      const text = cellsText(row, [index]).toLowerCase();
      if (text === '') continue;
      count += 1;
      values.add(text);
    }
    const found = [...wanted].filter((text) => values.has(text)).length;
    return count > 1 && values.size === count && found * 2 >= wanted.size;
  });
}

/**
 * Columns, of those given, whose cells name other people of the file: somebody's manager, assistant or friend under a header that nobody knows. Numbers are
 * taken for people only under a header that names somebody above: every small number is somebody's. Under a header that says in which relation they stand a part of a name is enough.
 */
export function findNamingColumns(
  table: PeopleTable,
  indexes: readonly number[],
  relationOf: (index: number) => Relation | undefined,
  named: RowsNamed,
): readonly { readonly index: number; readonly count: number }[] {
  const placed = [...table.rows.entries()];
  const some = pickSpreadRows(placed, sample);
  return indexes.flatMap((index) => {
    let [filled, others, looked] = [0, 0, 0];
    const relation = relationOf(index);
    const numbers = relation === 'above';
    const byPart = relation !== undefined;
    // Where half of all cells name somebody, a quarter of those looked at do: only such columns are gone through, so that the count is true.
    if (!numbers && !mayName(some, index, named, byPart)) return [];
    for (const [place, row] of placed) {
      // A column of which nobody is named in many rows is none of people.
      if (looked >= sample && others === 0) break;
      const text = cellsText(row, [index]);
      if (text === '' || isEmptyCell('managerId', text)) continue;
      looked += 1;
      if (!numbers && !/\p{L}/u.test(text)) continue;
      filled += 1;
      if (named.namesOther(text, place, byPart)) others += 1;
    }
    return others > 0 && (others * 2 >= filled || numbers) ? [{ index, count: others }] : [];
  });
}

/** Whether a quarter of the cells with letters name another row; also where these rows have too few such cells to tell. */
function mayName(
  rows: readonly (readonly [place: number, row: PeopleRow])[],
  index: number,
  named: RowsNamed,
  byPart: boolean,
): boolean {
  let [filled, others] = [0, 0];
  for (const [place, row] of rows) {
    const text = cellsText(row, [index]);
    if (!/\p{L}/u.test(text) || isEmptyCell('managerId', text)) continue;
    filled += 1;
    if (named.namesOther(text, place, byPart)) others += 1;
  }
  return filled < enough || others * 4 >= filled;
}
