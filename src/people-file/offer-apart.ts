import { cellsText } from './cell-text';
import type { FoundColumn } from './read-mapped-columns';
import type { PeopleField } from './participant-contract';
import type { ColumnFix, PeopleIssue, RejectionReason, WarningReason } from './people-issue';
import type { PeopleRow, PeopleTable } from './people-table';
import type { ReadRow } from './read-person';
import { isOfOthers } from './tell-relation';
import { peopleIn } from './separate-people';

/** Beside one: a map takes ten columns for one field. */
const mostBeside = 9;

interface ApartFacts {
  readonly table: PeopleTable;
  readonly rows: readonly PeopleRow[];
  readonly columns: ReadonlyMap<PeopleField, FoundColumn>;
  readonly read: readonly ReadRow[];
  /** Whom a cell may mean; made when it is first asked for. */
  readonly meant: (text: string) => readonly string[];
}

/** Of a header that a map may name. */
export const longestHeader = 200;

/**
 * Whether a column that names people is of others than the direct manager, by its header (matrix, N+2, HRBP, direct reports, assistant) or because a cell
 * names several: read as the manager's, everybody's line would be another one.
 */
export function namesOthers({ table, rows }: Pick<ApartFacts, 'table' | 'rows'>, index: number): boolean {
  return (
    isOfOthers(table.headers[index] ?? '') || rows.some((row) => cellsText(row, [index]).split(/[;\n、]/u).length > 1)
  );
}

/** A column as one of people not to be paired with: how many rows name somebody of the file in it. */
export function offerApart({ table, rows, read, meant }: ApartFacts, index: number): ColumnFix | undefined {
  const column = table.headers[index] ?? '';
  if (column === '' || column.length > longestHeader) return undefined;
  const matches = [...rows.entries()].filter(([place, row]) =>
    peopleIn(cellsText(row, [index]), meant).some(({ found }) => found.some((id) => id !== read[place]?.id)),
  ).length;
  return matches === 0 ? undefined : { field: 'exclude', column, matches, of: rows.length };
}

/** The issues, each column offered as one of people to keep apart with all others of the list: those that are read for it already and those offered. */
export function togetherApart<R extends RejectionReason | WarningReason>(
  issues: readonly PeopleIssue<R>[],
  { table, columns }: Pick<ApartFacts, 'table' | 'columns'>,
): readonly PeopleIssue<R>[] {
  const read = (columns.get('exclude')?.indexes ?? []).map((index) => table.headers[index] ?? '');
  const offered = issues.flatMap(({ fix }) => (fix?.field === 'exclude' ? [fix.column] : []));
  const all = [...new Set([...read, ...offered])];
  return issues.map((issue) => {
    if (issue.fix?.field !== 'exclude') return issue;
    const { column } = issue.fix;
    const beside = all.filter((other) => other !== column).slice(0, mostBeside);
    return beside.length === 0 ? issue : { ...issue, fix: { ...issue.fix, beside } };
  });
}
