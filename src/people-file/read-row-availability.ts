import type { PersonProfile } from '../domain/participant';
import type { CellReaders } from './read-cells-once';
import type { RowReading } from './read-row';

/** When somebody can meet, as stated; undefined where nobody has said it. */
export function readRowAvailability(row: RowReading, readers: CellReaders): PersonProfile['availability'] | undefined {
  const text = row.cell('availability');
  const stated = text === '' ? undefined : readers.availability(text);
  if (text === '') row.warn('availability', 'default-availability');
  else if (stated === undefined) row.warn('availability', 'availability-unreadable', { value: text.slice(0, 60) });
  else if (readers.namesPartOfDay(text)) row.warn('availability', 'part-of-day');
  return stated;
}
