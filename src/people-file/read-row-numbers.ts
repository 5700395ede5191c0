import { readWholeNumber } from '../enrolment/read-cells';
import type { RowReading } from './read-row';

const highestLevel = 10;
const mostCapacity = 20;
const usualCapacity = 1;
const highestStated = 4;

/** The level in the hierarchy, from 1 to 10; undefined where nobody has said it. */
export function readLevel(row: RowReading): number | undefined {
  if (row.cell('level') === '') row.warn('level', 'default-level');
  return row.parsed('level', (text) => readWholeNumber(text, 1, highestLevel), 'level-out-of-range');
}

/** How many pairs somebody has room for in each role, from 0 to 20. */
export function readCapacity(row: RowReading): number {
  if (row.cell('capacity') === '') row.warn('capacity', 'default-capacity');
  return (
    row.parsed('capacity', (text) => readWholeNumber(text, 0, mostCapacity), 'capacity-out-of-range') ?? usualCapacity
  );
}

/** What somebody says of themselves, from 1 to 4; undefined where they say nothing, which is told of whoever it concerns. */
export function readSelfStated(
  row: RowReading,
  field: 'pedagogy' | 'openness',
  isConcerned: boolean,
): number | undefined {
  const text = row.cell(field);
  const value = readWholeNumber(text, 1, highestStated);
  if (text !== '' && value === undefined) row.warn(field, 'stated-out-of-range', { value: text.slice(0, 60) });
  else if (text === '' && row.columns.has(field) && isConcerned) row.warn(field, 'default-stated');
  return value;
}
