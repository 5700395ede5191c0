import { cellsText } from './cell-text';
import type { FoundColumns } from './find-columns';
import { foldText } from '../kernel/fold-text';
import type { PeopleField, PeopleMap } from './participant-contract';
import type { PeopleIssue, WarningReason } from './people-issue';
import type { PeopleTable } from './people-table';

/** Fields by which a row is left out. */
const leavingOut: readonly PeopleField[] = ['status', 'accountEnabled', 'accountBlocked', 'guest'];

/** Values by which a map leaves rows out, or makes guests, and that no row has: most likely they are spelled otherwise in the file. */
export function findUnmatchedValues(
  table: PeopleTable,
  columns: FoundColumns['columns'],
  map: PeopleMap = {},
): readonly PeopleIssue<WarningReason>[] {
  const { headers, line: row = 1 } = table;
  const folded = headers.map(foldText);
  const wanted = [
    ...Object.entries(map.leaveOut ?? {}).map(([header, values]) => ({
      index: folded.indexOf(foldText(header)),
      values,
    })),
    ...leavingOut.flatMap((field) => {
      const mapped = map[field];
      const index = columns.get(field)?.indexes[0] ?? -1;
      return typeof mapped === 'object' && 'values' in mapped
        ? [{ index, values: Object.keys(mapped.values ?? {}) }]
        : [];
    }),
  ].filter(({ index }) => index >= 0);
  return wanted.flatMap(({ index, values }) => {
    const there = new Set(table.rows.map((one) => comparable(cellsText(one, [index]))));
    return values
      .filter((value) => !there.has(comparable(value)))
      .map((value) => ({
        row,
        column: headers[index] ?? '',
        reason: 'map-value-unmatched' as const,
        values: { value },
      }));
  });
}

/** A value as it is compared: a cell of a mark alone (“-”) is not an empty one. */
export function comparable(text: string): string {
  const folded = foldText(text);
  return folded === '' ? text.trim() : folded;
}
