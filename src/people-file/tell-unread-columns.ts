import { cellsText } from './cell-text';
import { unreadGuests } from './find-guest-signs';
import { unreadPresence } from './find-presence-columns';
import { foldText } from '../kernel/fold-text';
import { isEmptyCell } from './empty-cell';
import type { isNeverRead } from './is-never-read';
import type { PeopleField } from './participant-contract';
import type { PeopleIssue, WarningReason } from './people-issue';
import type { PeopleTable } from './people-table';
import type { RatedField } from './rate-header';
import { presenceOf } from './tell-presence';

/** What is known of the columns of a table once those that are read have been chosen. */
interface ColumnFacts {
  readonly never: readonly ReturnType<typeof isNeverRead>[];
  readonly rates: readonly ReadonlyMap<RatedField, number>[];
  readonly isRead: (index: number) => boolean;
  /** Whether a column is read for the field, or it is not to be looked for. */
  readonly has: (field: PeopleField) => boolean;
}

/** The part of the cells that are understood, where they may say who is there. */
const understood = 0.8;

/** Says of each column that is not read why, and what is lost by it. */
export function tellUnreadColumns(table: PeopleTable, facts: ColumnFacts): readonly PeopleIssue<WarningReason>[] {
  const { headers, line: row = 1 } = table;
  const folded = headers.map(foldText);
  return headers.flatMap((column, index): PeopleIssue<WarningReason>[] => {
    const never = facts.never[index];
    if (never !== undefined)
      return [{ row, column, reason: never === 'origin' ? 'origin-not-read' : 'intimate-not-read' }];
    if (facts.isRead(index) || column === '') return [];
    const value = unreadPresence(table, index, facts.rates[index], facts.has);
    if (value !== undefined) return [{ row, column, reason: 'presence-unread', values: { value } }];
    const guests = unreadGuests(table, index);
    if (guests !== undefined) return [{ row, column, reason: 'guests-unread', values: { value: guests } }];
    const away = awayByCells(table, index);
    if (away !== undefined) return [{ row, column, reason: 'presence-doubtful', values: away }];
    const twin = folded.indexOf(folded[index] ?? '');
    return [{ row, column, reason: twin < index ? 'column-twice' : 'column-not-read' }];
  });
}

/** How many rows a column says are of people who are not there, under a header that does not say that it is about that; undefined for any other column. */
function awayByCells(
  table: PeopleTable,
  index: number,
): { readonly value: string; readonly count: number } | undefined {
  let [filled, known, count] = [0, 0, 0];
  let value = '';
  for (const row of table.rows) {
    const text = cellsText(row, [index]);
    if (text === '' || isEmptyCell('status', text)) continue;
    filled += 1;
    const presence = presenceOf(text);
    if (presence !== undefined) known += 1;
    if (presence !== 'gone' && presence !== 'not-yet') continue;
    count += 1;
    if (value === '') value = text.slice(0, 40);
  }
  return count > 0 && known >= understood * filled ? { value, count } : undefined;
}
