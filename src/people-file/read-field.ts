import { foldText } from '../kernel/fold-text';
import { cellsText } from './cell-text';
import { isEmptyCell, isFailedLookUp } from './empty-cell';
import type { FoundColumn } from './read-mapped-columns';
import { apartFields, listFields, type PeopleField } from './participant-contract';
import type { PeopleRow } from './people-table';
import { readOnce } from './read-cells-once';

/** What a row says in a field: the cells of its columns, as a map means them, and nothing for marks of nothing. */
export type FieldReader = (row: PeopleRow, field: PeopleField) => string;

/** What each row says of itself alone: there is nothing to remember for the next one. */
const ofOneRow: ReadonlySet<PeopleField> = new Set(['id', 'name', 'email']);

/** A reader of these columns of one file. Many rows say the same: what a text means is found out once. */
export function fieldReader(columns: ReadonlyMap<PeopleField, FoundColumn>): FieldReader {
  const fields = new Map(
    [...columns].map(([field, column]) => {
      const meant = (text: string): string => meantBy(field, column, text);
      return [field, { column, meant: ofOneRow.has(field) ? meant : readOnce(meant) }];
    }),
  );
  return (row, field) => {
    const found = fields.get(field);
    if (found === undefined) return '';
    const { column, meant } = found;
    return meant(
      column.constant ?? (listFields.has(field) ? listText(row, column.indexes) : cellsText(row, column.indexes)),
    );
  };
}

function meantBy(field: PeopleField, { values }: FoundColumn, text: string): string {
  const mapped = values.size === 0 ? undefined : values.get(foldText(text));
  if (mapped !== undefined) return mapped;
  // Whoever was looked for in vain is somebody: nothing is known of whom.
  const isNothing = isEmptyCell(field, text) && !(apartFields.has(field) && isFailedLookUp(text));
  return isNothing ? '' : text;
}

/** The cells of several columns as one list; what says nothing in one of them is left away. */
function listText(row: PeopleRow, indexes: readonly number[]): string {
  const texts = indexes.map((index) => cellsText(row, [index]));
  return texts.length === 1
    ? (texts[0] ?? '')
    : texts.filter((text) => text !== '' && !isEmptyCell('exclude', text)).join('; ');
}
