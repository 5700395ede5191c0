import { cellsText } from './cell-text';
import { isEmptyCell } from './empty-cell';
import type { PeopleRow, PeopleTable } from './people-table';
import { readHeader, type HeaderSubject } from './read-header';
import { accountKindOf, type AccountKind } from './tell-presence';
import { readYesNo } from '../enrolment/read-cells';

/** A column that says who is from outside, or whose account is nobody's. */
export interface GuestSign {
  readonly index: number;
  readonly header: string;
  /** The header asks for yes or no: « Externe ». */
  readonly asks: boolean;
  /** The header is of a directory's accounts, of which some are nobody's. */
  readonly ofAccounts: boolean;
}

/** What a header of such a column may say besides. */
const about: ReadonlySet<HeaderSubject> = new Set(['guest', 'userType', 'employment', 'status']);
const beside: ReadonlySet<HeaderSubject> = new Set(['person', 'work', 'user', 'required', 'enabled', 'programme']);
/** Words that nobody knows beside those that are known. */
const mostUnknown = 1;
/** The part of the cells that are understood, in a column under a header that nobody knows. */
const understood = 0.8;
/** Different values of such a column: one of more is of something else. */
const mostKinds = 40;

/**
 * The columns, of those given, whose cells say who is from outside: by their headers (user type, kind of contract, status, « Externe »), or by their cells where nobody
 * knows the header. All of them count: an account that is a member's may be of somebody who has no contract with the company.
 */
export function findGuestSigns(table: PeopleTable, indexes: readonly number[]): readonly GuestSign[] {
  return indexes.flatMap((index): GuestSign[] => {
    const header = table.headers[index] ?? '';
    const { subjects, unknown, question } = readHeader(header);
    const asks = subjects.has('guest');
    const sign = { index, header, asks, ofAccounts: subjects.has('userType') };
    if (![...subjects].every((subject) => about.has(subject) || beside.has(subject))) return [];
    const isAbout = [...subjects].some((subject) => about.has(subject)) && (question || unknown <= mostUnknown);
    const tells = (row: PeopleRow): boolean =>
      isOutside(row, sign) || (sign.ofAccounts && accountKindOf(cellsText(row, [index])) === 'service');
    const says = isAbout ? table.rows.some(tells) : saysByCells(table, index);
    return says ? [sign] : [];
  });
}

/** Whether a row is of somebody from outside by this column; `text` is what its cell means where a map says so. */
export function isOutside(row: PeopleRow, { index, asks }: GuestSign, text = cellsText(row, [index])): boolean {
  return accountKindOf(text) === 'guest' || (asks && readYesNo(text) === true);
}

/**
 * The first value of a column that asks for guests by its header and of which no cell is understood; undefined for any other column.
 */
export function unreadGuests(table: PeopleTable, index: number): string | undefined {
  const { subjects, unknown } = readHeader(table.headers[index] ?? '');
  const asks = subjects.has('guest') || (subjects.has('userType') && unknown === 0);
  if (!asks || ![...subjects].every((subject) => about.has(subject) || beside.has(subject))) return undefined;
  const filled = table.rows
    .map((row) => cellsText(row, [index]))
    .filter((text) => text !== '' && !isEmptyCell('guest', text));
  if (filled.some((text) => readYesNo(text) !== undefined || accountKindOf(text) !== undefined)) return undefined;
  return filled[0]?.slice(0, 40);
}

/** Whether nearly all cells say what somebody is, and one that they are from outside. */
function saysByCells(table: PeopleTable, index: number): boolean {
  const kinds = new Map<string, AccountKind | undefined>();
  let [filled, known, guests] = [0, 0, 0];
  for (const row of table.rows) {
    const text = cellsText(row, [index]);
    if (text === '' || isEmptyCell('guest', text)) continue;
    if (!kinds.has(text)) kinds.set(text, accountKindOf(text));
    if (kinds.size > mostKinds) return false;
    const kind = kinds.get(text);
    filled += 1;
    if (kind === 'guest' || kind === 'member') known += 1;
    if (kind === 'guest') guests += 1;
  }
  return guests > 0 && known >= understood * filled;
}
