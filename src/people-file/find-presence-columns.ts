import { cellsText } from './cell-text';
import { fitsCell } from './fits-cell';
import { isEmptyCell } from './empty-cell';
import type { PeopleField } from './participant-contract';
import type { PeopleTable } from './people-table';
import type { RatedField } from './rate-header';
import { readHeader } from './read-header';
import { presenceOf } from './tell-presence';
import { readYesNo } from '../enrolment/read-cells';

const presenceFields = ['endDate', 'startDate', 'accountEnabled', 'accountBlocked'] as const;
/** Words that nobody knows stand in a header below it. */
const leastRate = 80;

/** Columns that say by yes and no, or by words, who is on leave: `On Leave`, « Beurlaubt ». Only such in which a cell says so. */
export function leaveColumns(table: PeopleTable, indexes: readonly number[]): readonly number[] {
  return indexes.filter(
    (index) =>
      readHeader(table.headers[index] ?? '').subjects.has('onLeave') &&
      table.rows.some((row) => readLeave(cellsText(row, [index])) !== undefined),
  );
}

/** Whether a cell of such a column says that somebody is on leave; undefined for other words. */
export function readLeave(text: string): boolean | undefined {
  const presence = presenceOf(text);
  return readYesNo(text) ?? (presence === undefined ? undefined : presence === 'leave');
}

/**
 * The first value of a column that is about who is there by its header, and of which no cell says so; undefined for any other column. Only columns of fields that
 * no column is read for (`has`) are such: a second date beside one that is read takes nothing away.
 */
export function unreadPresence(
  table: PeopleTable,
  index: number,
  rate: ReadonlyMap<RatedField, number> | undefined,
  has: (field: PeopleField) => boolean,
): string | undefined {
  const asked = [
    ...presenceFields.filter((field) => (rate?.get(field) ?? 0) >= leastRate),
    // A « Statut » alone may be of anything, as `Single` or « Cadre ».
    ...(rate?.has('status') && isOfPerson(table.headers[index] ?? '') ? (['status'] as const) : []),
  ];
  const isOfLeave = readHeader(table.headers[index] ?? '').subjects.has('onLeave');
  if (!isOfLeave && (asked.length === 0 || asked.some(has))) return undefined;
  const values = table.rows.map((row) => cellsText(row, [index]));
  const filled = values.filter((text) => text !== '' && !isEmptyCell('status', text));
  const [first] = filled;
  if (isOfLeave) return filled.some((text) => readLeave(text) !== undefined) ? undefined : first?.slice(0, 40);
  return filled.some((text) => asked.some((field) => fitsCell(field, text))) ? undefined : first?.slice(0, 40);
}

function isOfPerson(header: string): boolean {
  const { subjects } = readHeader(header);
  return (['person', 'work', 'enabled', 'user'] as const).some((subject) => subjects.has(subject));
}
