import type { PeopleField, PeopleMap } from './participant-contract';
import { findColumns } from './find-columns';
import { foldText } from '../kernel/fold-text';
import { keptHeaders, knownHeaders } from './find-kept-headers';
import type { PeopleTable } from './people-table';
import { rateHeader } from './rate-header';
import { headerText } from '../language/visible-text';

/** Rows of titles, dates of export and filters that may stand above the headers. */
const mostTitles = 20;

/**
 * The sheet that holds the people, from its headers on: the first sheet and row in which the fewest columns of the map, then the fewest needed ones, are missing. Titles above
 * the headers, and sheets of explanations before them, are passed over; where nothing is better, all stays as it is.
 */
export function findHeaders(table: PeopleTable, map?: PeopleMap, leaveOut: readonly PeopleField[] = []): PeopleTable {
  const missing = ({ headers }: PeopleTable, kept: readonly string[] = headers): number => {
    const { columns, rejected } = findColumns({ headers, rows: [] }, map, leaveOut);
    const byHeader = kept === headers ? columns : findColumns({ headers: kept, rows: [] }, undefined, leaveOut).columns;
    const has = (field: PeopleField): boolean =>
      columns.has(field) && (map?.[field] !== undefined || byHeader.has(field));
    const mapped = rejected.filter(({ reason }) => reason === 'mapped-column-missing').length;
    const needed = [has('id') || has('email'), has('name'), has('role')];
    return mapped * (needed.length + 1) + needed.filter((found) => !found).length;
  };
  const { otherSheets = [], ...first } = table;
  let best: PeopleTable = first;
  let fewest = missing(first);
  for (const sheet of [first, ...otherSheets]) {
    let above = sheet;
    for (let skipped = 0; skipped <= mostTitles && fewest > 0; skipped++) {
      const started = skipped === 0 ? sheet : startAt(sheet, skipped - 1);
      if (started === undefined) break;
      // A `Member` or a « mentor » of a person's row is no header, and no such row takes the place of one that has more of them.
      const kept = skipped === 0 ? started.headers : keptHeaders(started, above);
      if (skipped > 0 && knownHeaders(above.headers) > 0 && knownHeaders(kept) <= knownHeaders(above.headers)) continue;
      if (skipped > 0) above = started;
      const count = missing(started, kept);
      if (count < fewest) [best, fewest] = [started, count];
    }
  }
  best = withoutLabels(best);
  return otherSheets.length > 0
    ? { ...best, otherSheets: [first, ...otherSheets].filter(({ sheet }) => sheet !== best.sheet) }
    : best;
}

/**
 * The table without a second row of headers: labels below the keys of a system. At least two of its cells name the same field as the header above them, and none
 * of its cells is a person's.
 */
function withoutLabels(table: PeopleTable): PeopleTable {
  const [first, ...rows] = table.rows;
  if (first === undefined || rows.length === 0 || first.cells.some((cell) => /[@\d]/u.test(cell))) return table;
  const same = first.cells.filter((cell, index) => {
    const [label, above] = [rateHeader(cell), rateHeader(table.headers[index] ?? '')];
    return [...label.keys()].some((field) => above.has(field));
  });
  const filled = first.cells.filter((cell) => cell.trim() !== '').length;
  return same.length >= 2 && same.length * 2 >= filled ? { ...table, rows, labels: first.line } : table;
}

/** Headers that stand there twice, with the word above them that tells one from the other: `Manager` over the second `Name`. */
function withGroups(headers: readonly string[], above: readonly string[]): string[] {
  const folded = headers.map(foldText);
  let group = '';
  return headers.map((header, index) => {
    group = (above[index] ?? '') === '' ? group : (above[index] ?? '');
    const isTwice = header !== '' && folded.indexOf(folded[index] ?? '') !== folded.lastIndexOf(folded[index] ?? '');
    return isTwice && group !== '' ? `${group} ${header}` : header;
  });
}

/** The table with this row for headers; undefined where there is no such row. */
function startAt(table: PeopleTable, index: number): PeopleTable | undefined {
  const row = table.rows[index];
  if (row === undefined) return undefined;
  const headers = withGroups(
    row.cells.map(headerText),
    index === 0 ? table.headers : (table.rows[index - 1]?.cells ?? []).map(headerText),
  );
  while (headers.at(-1) === '') headers.pop();
  return { ...table, headers, line: row.line, rows: table.rows.slice(index + 1) };
}
