import type { PeopleRow } from './people-table';
import { visibleText } from '../language/visible-text';

/** A cell as people see it: also `="00123"` and `'00123`, by which systems keep a spreadsheet from taking the zeros away. */
export function cellText(text: string): string {
  const seen = visibleText(text);
  if (!/^[=']/u.test(seen)) return seen;
  const formula = /^="([^"]*)"$/u.exec(seen)?.[1];
  return formula === undefined ? seen.replace(/^'(?=[\d=+@-])/u, '') : formula.trim();
}

/** The cells of a row at these places as one text. */
export function cellsText(row: PeopleRow, indexes: readonly number[]): string {
  if (indexes.length === 1) return cellText(row.cells[indexes[0] ?? -1] ?? '');
  return indexes
    .map((index) => cellText(row.cells[index] ?? ''))
    .filter((part) => part !== '')
    .join(' ');
}
