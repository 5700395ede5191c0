import type { PeopleField, PeopleMap } from './participant-contract';
import { findColumns } from './find-columns';
import type { PeopleTable } from './people-table';
import { headerText } from '../enrolment/visible-text';

/** Rows of titles, dates of export and filters that may stand above the headers. */
const mostTitles = 20;

/**
 * The sheet that holds the people, from its headers on: the first sheet and row in which the fewest columns of the map, then the fewest needed ones, are missing. Titles above
 * the headers, and sheets of explanations before them, are passed over; where nothing is better, all stays as it is.
 */
export function findHeaders(table: PeopleTable, map?: PeopleMap, leaveOut: readonly PeopleField[] = []): PeopleTable {
  const missing = ({ headers }: PeopleTable): number => {
    const { columns, rejected } = findColumns(headers, map, leaveOut);
    const mapped = rejected.filter(({ reason }) => reason === 'mapped-column-missing').length;
    const needed = [columns.has('id') || columns.has('email'), columns.has('name'), columns.has('role')];
    return mapped * (needed.length + 1) + needed.filter((found) => !found).length;
  };
  const { otherSheets = [], ...first } = table;
  let best: PeopleTable = first;
  let fewest = missing(first);
  for (const sheet of [first, ...otherSheets]) {
    for (let skipped = 0; skipped <= mostTitles && fewest > 0; skipped++) {
      const started = skipped === 0 ? sheet : startAt(sheet, skipped - 1);
      if (started === undefined) break;
      const count = missing(started);
      if (count < fewest) [best, fewest] = [started, count];
    }
  }
  return otherSheets.length > 0
    ? { ...best, otherSheets: [first, ...otherSheets].filter(({ sheet }) => sheet !== best.sheet) }
    : best;
}

/** The table with this row for headers; undefined where there is no such row. */
function startAt(table: PeopleTable, index: number): PeopleTable | undefined {
  const row = table.rows[index];
  if (row === undefined) return undefined;
  const headers = row.cells.map(headerText);
  while (headers.at(-1) === '') headers.pop();
  return { ...table, headers, line: row.line, rows: table.rows.slice(index + 1) };
}
