import { readWholeNumber } from '../enrolment/read-cells';
import type { RowReading } from './read-row';

const highestLevel = 10;
const mostCapacity = 20;
const usualCapacity = 1;
const highestStated = 4;

/** The level in the hierarchy, from 1 to 10; undefined where nobody has said it, or not so that it can be read, which is told. */
export function readLevel(row: RowReading): number | undefined {
  const text = row.cell('level');
  const level = readWholeNumber(text, 1, highestLevel);
  if (text === '') row.warn('level', 'default-level');
  else if (level === undefined) row.warn('level', 'level-unreadable', { value: text.slice(0, 60) });
  return level;
}

/** How many pairs somebody has room for in each role, from 0 to 20; one where nobody has said it, or not so that it can be read, which is told. */
export function readCapacity(row: RowReading): number {
  const text = row.cell('capacity');
  const capacity = readWholeNumber(text, 0, mostCapacity);
  if (text === '') row.warn('capacity', 'default-capacity');
  else if (capacity === undefined) row.warn('capacity', 'capacity-unreadable', { value: text.slice(0, 60) });
  return capacity ?? usualCapacity;
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
