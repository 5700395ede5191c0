import { fitsCell } from './fits-cell';
import { foldText } from '../kernel/fold-text';
import type { PeopleField } from './participant-contract';
import type { PeopleTable } from './people-table';
import { rateHeader } from './rate-header';
import { readHeader } from './read-header';
import { readRole } from '../enrolment/read-cells';

/** Rows looked at below a row that may be the headers. */
const sample = 100;
/** Under it the words of a header leave a doubt. */
const leastKnown = 80;
/** Fields whose cells are not words of headers. */
const closed: readonly PeopleField[] = ['role', 'guest', 'status', 'email', 'startDate', 'endDate', 'accountEnabled'];

/** How many of the headers name a field by themselves; an `Employee` alone may be a word of a person's row. */
export function knownHeaders(headers: readonly string[]): number {
  return headers.filter((header) => {
    const isPerson = [...readHeader(header).subjects].every((subject) => subject === 'person');
    return !isPerson && Math.max(0, ...rateHeader(header).values()) >= leastKnown;
  }).length;
}

/**
 * The headers of a row further down, emptied where the cell is a value: a role, what the header `above` it asks for, or what a different row below has in the same
 * column.
 */
export function keptHeaders(table: PeopleTable, above: PeopleTable): readonly string[] {
  const whole = foldText(table.headers.join('|'));
  const below = table.rows.slice(0, sample).filter(({ cells }) => foldText(cells.join('|')) !== whole);
  return table.headers.map((header, index) => {
    const folded = foldText(header);
    if (folded === '') return '';
    const asked = rateHeader(above.headers[index] ?? '');
    const isValue =
      readRole(header) !== undefined ||
      closed.some((field) => asked.has(field) && fitsCell(field, header)) ||
      below.some(({ cells }) => foldText(cells[index] ?? '') === folded);
    return isValue ? '' : header;
  });
}
