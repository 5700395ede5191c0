import { cellsText } from './cell-text';
import type { PeopleField } from './participant-contract';
import type { FoundColumn } from './read-mapped-columns';
import { foldText } from '../kernel/fold-text';
import type { PeopleIssue } from './people-issue';
import type { PeopleTable } from './people-table';
import { readAvailability } from '../enrolment/read-availability';
import { readWholeNumber, readYesNo } from '../enrolment/read-cells';
import { readLanguages } from '../enrolment/read-languages';
import { timeZoneId } from '../enrolment/read-time-zone';
import { accountKindOf } from './tell-presence';
import { isEmptyCell, isUnsigned } from './empty-cell';
import { visibleText } from '../language/visible-text';

const readers: Partial<Readonly<Record<PeopleField, (text: string) => unknown>>> = {
  level: (text) => readWholeNumber(text, 1, 10),
  capacity: (text) => readWholeNumber(text, 0, 20),
  languages: (text) => readLanguages(text).codes[0],
  timeZone: timeZoneId,
  availability: readAvailability,
  guest: (text) => readYesNo(text) ?? accountKindOf(text),
};

/** Headers, folded, that say what is meant: who writes so means a level, and hears where it is none. */
const plainNames = new Set(
  'level|niveau|capacity|capacite|languages|language|langues|langue|timezone|time zone|fuseau horaire|availability|disponibilite|disponibilites|guest|invite|externe'.split(
    '|',
  ),
);

export interface ReadableColumns {
  readonly columns: ReadonlyMap<PeopleField, FoundColumn>;
  readonly warnings: readonly PeopleIssue<'column-unreadable' | 'guests-unread' | 'names-unknown'>[];
}

/**
 * Leaves out a column that was only guessed by its header and of which not one value means what the guess says: a `Grade` of « Cadre 3B » is
 * no level. Where nobody signed a form, the id stands in the place of a name, and that is said. A column under a plain name of the field, or named by the map, stays, and each unreadable value is told with its row.
 */
export function dropUnreadableColumns(
  table: PeopleTable,
  columns: ReadonlyMap<PeopleField, FoundColumn>,
): ReadableColumns {
  const readable = new Map(columns);
  const warnings: PeopleIssue<'column-unreadable' | 'guests-unread' | 'names-unknown'>[] = [];
  for (const [field, column] of columns) {
    const read = readers[field];
    if (read === undefined || column.guessed === undefined || plainNames.has(foldText(column.header))) continue;
    const values = table.rows
      .map(({ cells }) => visibleText(cells[column.indexes[0] ?? -1] ?? ''))
      .filter((text) => text !== '' && !isEmptyCell(field, text));
    const [first] = values;
    if (first === undefined || values.some((text) => read(text) !== undefined)) continue;
    readable.delete(field);
    const value = first.slice(0, 40);
    const reason = field === 'guest' ? 'guests-unread' : 'column-unreadable';
    warnings.push({ row: table.line ?? 1, column: column.header, reason, values: { value } });
  }
  const [id, name, email] = [columns.get('id'), columns.get('name'), columns.get('email')];
  if (id !== undefined && name?.guessed && email !== undefined && isOfNobody(table, name, email)) {
    readable.set('name', { ...id, header: name.header });
    warnings.push({ row: table.line ?? 1, column: name.header, reason: 'names-unknown' });
  }
  return { columns: readable, warnings };
}

/** Whether a form was filled in by people who did not sign in: no row has a name or an address. */
function isOfNobody(table: PeopleTable, name: FoundColumn, email: FoundColumn): boolean {
  return (
    table.rows.length > 0 &&
    table.rows.every((row) => cellsText(row, name.indexes) === '' && isUnsigned(cellsText(row, email.indexes)))
  );
}
