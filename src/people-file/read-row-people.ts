import { readList } from '../enrolment/read-cells';
import { cellsText } from './cell-text';
import { isEmptyCell, isFailedLookUp } from './empty-cell';
import type { RowReading } from './read-row';

/** Ids in one cell: more are a list that went wrong, and would not fit a row. */
const mostIds = 200;
const longestId = 254;

/** Who stands above somebody, as the row says. */
export interface RowManagers {
  readonly managerId?: string;
  /** The manager as other columns name them. */
  readonly managerOtherwise?: readonly string[];
  /** People further up, with the index of the column that names them. */
  readonly superiors?: readonly { readonly index: number; readonly text: string }[];
}

/** Reads who is above somebody; `superiors` are the columns of people further up. */
export function readRowManagers(row: RowReading, superiors: readonly number[]): RowManagers {
  const named = (indexes: readonly number[]): string => {
    const text = cellsText(row.row, indexes);
    return isEmptyCell('managerId', text) || text.length > longestId ? '' : text;
  };
  const managerOtherwise = (row.columns.get('managerId')?.otherwise ?? []).map(named).filter((text) => text !== '');
  // Lines are kept: each may name another manager.
  const first = row.words('managerId') === undefined ? undefined : row.cell('managerId');
  const managerId = isFailedLookUp(first ?? '') ? (managerOtherwise[0] ?? first) : (first ?? managerOtherwise[0]);
  const above = superiors.map((index) => ({ index, text: named([index]) })).filter(({ text }) => text !== '');
  return {
    ...(managerId === undefined ? {} : { managerId }),
    ...(managerOtherwise.length === 0 ? {} : { managerOtherwise }),
    ...(above.length === 0 ? {} : { superiors: above }),
  };
}

/** The people of a list, as the row names them. Refuses the row where there are too many. */
export function readPeopleList(row: RowReading, field: 'exclude' | 'appraisedBy'): readonly string[] {
  const text = row.cell(field);
  if (text === '') return [];
  const items = readList(text);
  // A name may hold the comma that separates others: whoever knows all names tells the parts (`peopleIn`).
  if (items.length <= mostIds && items.every((item) => item.length <= longestId))
    return text
      .split(/[;|\n、]/u)
      .map((part) => part.trim())
      .filter((part) => part !== '');
  row.reject(field, 'too-many-ids', String(items.length));
  return [];
}
