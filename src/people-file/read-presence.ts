import { cellsText } from './cell-text';
import { readLeave } from './find-presence-columns';
import { isEmptyCell } from './empty-cell';
import type { FoundColumns } from './find-columns';
import { comparable } from './find-unmatched-values';
import { isOutside, type GuestSign } from './find-guest-signs';
import { foldText } from '../kernel/fold-text';
import type { PeopleField } from './participant-contract';
import type { PeopleIssue, WarningReason } from './people-issue';
import type { PeopleRow, PeopleTable } from './people-table';
import { accountKindOf, isLeaving, presenceOf } from './tell-presence';
import { daysFirst, isNoDay, readDay, type ReadDay } from './read-day';
import { readOnce } from './read-cells-once';
import type { FieldReader } from './read-field';
import { readYesNo } from '../enrolment/read-cells';

/** What a row says of whether somebody takes part at all. */
export interface RowPresence {
  /** Why the row is left out; its reporting line still counts. */
  readonly leftOut?: PeopleIssue<WarningReason>;
  /** Left out because the person is not there any more: a complete file does not name them. */
  readonly gone?: true;
  /** Signs that somebody is from outside, each by its column. */
  readonly guests: readonly PeopleIssue<WarningReason>[];
  readonly warnings: readonly PeopleIssue<WarningReason>[];
}

/** The bit of `userAccountControl` that says that an account is disabled (MS-ADTS, ADS_UF_ACCOUNTDISABLE). */
const disabledBit = 2;
/** Dates before it stand for "never" in the systems that write them. */
const firstDay = '1950-01-01';
/** The longest programme has six months: who leaves within it may leave somebody alone. */
const programmeDays = 184;
/** How Entra writes the account of a guest, and Active Directory that of a machine or a service. */
const guestSign = /#ext#/iu;
const serviceUnit = /^ou=.{0,80}\bservice/iu;

/**
 * Makes a reader that tells of each row whether the person is there, by status, dates and accounts, and whether they are a guest. Left out is only who has
 * unmistakably gone, has not come yet, is on leave, is blocked, or is nobody (a mailbox of a room). Values that a map gives to leave a row out come first.
 * Dates count against `today`, an ISO date; without it they say nothing.
 */
export function presenceReader(
  table: PeopleTable,
  { columns, identities, leave, guests }: Pick<FoundColumns, 'columns' | 'identities' | 'leave' | 'guests'>,
  cell: FieldReader,
  leaveOut: Readonly<Record<string, readonly string[]>> = {},
  today?: string,
): (row: PeopleRow) => RowPresence {
  const dayFirst = (field: PeopleField): boolean | undefined => {
    const column = columns.get(field);
    return column && daysFirst(table.rows.map((row) => cellsText(row, column.indexes)));
  };
  const order = { endDate: dayFirst('endDate'), startDate: dayFirst('startDate') };
  const dayIn = (row: PeopleRow, field: 'endDate' | 'startDate'): ReadDay | 'unreadable' | undefined => {
    const text = cell(row, field);
    if (isNoDay(text)) return undefined;
    const day = readDay(text, order[field]) ?? 'unreadable';
    return day !== 'unreadable' && day.latest < firstDay ? undefined : day;
  };
  const wanted = leftOutValues(table, leaveOut);
  const meant = (row: PeopleRow, { index }: GuestSign): string => {
    const text = cellsText(row, [index]);
    const own = (['guest', 'status'] as const)
      .map((field) => columns.get(field))
      .find((one) => one?.indexes[0] === index);
    return own?.values.get(foldText(text)) ?? text;
  };
  const words = {
    presence: readOnce(presenceOf),
    leaving: readOnce(isLeaving),
    account: readOnce(accountKindOf),
    accountEnabled: readOnce((text) => isBlocked('accountEnabled', text)),
    accountBlocked: readOnce((text) => isBlocked('accountBlocked', text)),
  };
  const signs = [
    ...new Set([...identities, ...(columns.get('id')?.indexes ?? []), ...(columns.get('email')?.indexes ?? [])]),
  ];

  return (row) => {
    const issue = (field: PeopleField, reason: WarningReason): PeopleIssue<WarningReason> => ({
      row: row.line,
      column: columns.get(field)?.header ?? field,
      reason,
    });
    const chosen = wanted.find(({ index, values }) => values.has(comparable(cellsText(row, [index]))));
    if (chosen !== undefined)
      return { leftOut: { row: row.line, column: chosen.header, reason: 'map-left-out' }, guests: [], warnings: [] };
    const identifiers = signs.map((index) => ({ index, text: cellsText(row, [index]) }));
    const sign = (isSign: (text: string) => boolean): number | undefined =>
      identifiers.find(({ text }) => isSign(text))?.index;
    const service =
      guests.find((one) => one.ofAccounts && words.account(meant(row, one)) === 'service')?.index ?? sign(isService);
    if (service !== undefined)
      return {
        leftOut: { row: row.line, column: table.headers[service] ?? '', reason: 'service-left-out' },
        guests: [],
        warnings: [],
      };

    const said = cell(row, 'status');
    const status = words.presence(said);
    if (status === 'gone') return { leftOut: issue('status', 'gone-left-out'), gone: true, guests: [], warnings: [] };
    if (status === 'not-yet') return { leftOut: issue('status', 'not-yet-left-out'), guests: [], warnings: [] };
    const accounts = accountFields.map((field) => ({ field, text: cell(row, field) }));
    const blocked = accounts.find(({ field, text }) => words[field](text) === true);
    if (blocked !== undefined)
      return { leftOut: issue(blocked.field, 'blocked-left-out'), gone: true, guests: [], warnings: [] };

    const warnings: PeopleIssue<WarningReason>[] = accounts
      .filter(({ field, text }) => text !== '' && words[field](text) === undefined)
      .map(({ field, text }) => ({ ...issue(field, 'status-unknown'), values: valueOf(text) }));
    const days = { endDate: dayIn(row, 'endDate'), startDate: dayIn(row, 'startDate') };
    const [end, start] = [days.endDate, days.startDate].map((day) => (day === 'unreadable' ? undefined : day));
    for (const field of ['endDate', 'startDate'] as const)
      if (days[field] === 'unreadable')
        warnings.push({ ...issue(field, 'date-unreadable'), values: { value: cell(row, field).slice(0, 60) } });
    if (today !== undefined && end !== undefined) {
      // Somebody who came again after they had left is there.
      const over = end.latest < today && !(start !== undefined && start.earliest > end.latest);
      if (over && status === undefined)
        return { leftOut: issue('endDate', 'ended-left-out'), gone: true, guests: [], warnings: [] };
      if (over) warnings.push(issue('endDate', 'end-contradicted'));
      else if (end.earliest < today && end.latest >= today) warnings.push(issue('endDate', 'date-ambiguous'));
    }
    if (today !== undefined && start !== undefined && start.earliest > today)
      return { leftOut: issue('startDate', 'not-yet-left-out'), guests: [], warnings: [] };
    if (today !== undefined && start !== undefined && start.latest > today)
      warnings.push(issue('startDate', 'date-ambiguous'));
    if (
      today !== undefined &&
      end !== undefined &&
      end.earliest >= today &&
      end.latest <= daysAfter(today, programmeDays)
    )
      warnings.push({ ...issue('endDate', 'leaving-soon'), values: { value: end.latest, day: end.latest } });
    if (words.leaving(said)) warnings.push(issue('status', 'leaving-by-status'));
    if (status === 'leave') return { leftOut: issue('status', 'leave-left-out'), guests: [], warnings: [] };
    for (const index of leave) {
      const text = cellsText(row, [index]);
      const column = table.headers[index] ?? '';
      const isAway = readLeave(text);
      if (isAway === true)
        return { leftOut: { row: row.line, column, reason: 'leave-left-out' }, guests: [], warnings: [] };
      if (isAway === undefined && !isEmptyCell('status', text) && text !== '')
        warnings.push({ row: row.line, column, reason: 'status-unknown', values: valueOf(text) });
    }
    if (said !== '' && status === undefined && words.account(said) === undefined)
      warnings.push({ ...issue('status', 'status-unknown'), values: valueOf(said) });
    const external = sign((text) => guestSign.test(text));
    const outside = guests.filter((one) => isOutside(row, one, meant(row, one))).map(({ index }) => index);
    return {
      warnings,
      guests: [...outside, ...(external === undefined ? [] : [external])].map((index) => ({
        row: row.line,
        column: table.headers[index] ?? '',
        reason: 'guest-by-sign',
      })),
    };
  };
}

/** What a cell holds, as it is told. */
function valueOf(text: string): { readonly value: string } {
  return { value: text.slice(0, 60) };
}

function daysAfter(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00.000Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** Whether an identifier is of an account that is nobody's. */
function isService(text: string): boolean {
  return text.endsWith('$') || (/ou=/iu.test(text) && text.split(',').some((part) => serviceUnit.test(part)));
}

const accountFields = ['accountEnabled', 'accountBlocked'] as const;

/** Whether a cell says that an account is blocked: yes or no, words of a status, or the number of Active Directory; undefined for other words. */
function isBlocked(field: (typeof accountFields)[number], text: string): boolean | undefined {
  const answer = readYesNo(text);
  if (answer !== undefined) return field === 'accountBlocked' ? answer : !answer;
  if (field === 'accountEnabled' && /^\d{2,9}$/u.test(text)) return (Number(text) & disabledBit) !== 0;
  const presence = presenceOf(text);
  return presence === undefined ? undefined : presence === 'gone';
}

/** Columns and comparable values of them that a map leaves out. */
function leftOutValues(
  { headers }: PeopleTable,
  leaveOut: Readonly<Record<string, readonly string[]>>,
): readonly { readonly index: number; readonly header: string; readonly values: ReadonlySet<string> }[] {
  const folded = headers.map(foldText);
  return Object.entries(leaveOut).flatMap(([header, values]) => {
    const index = folded.indexOf(foldText(header));
    return index < 0 ? [] : [{ index, header: headers[index] ?? header, values: new Set(values.map(comparable)) }];
  });
}
