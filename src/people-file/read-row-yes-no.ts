import { readYesNo } from '../enrolment/read-cells';
import { readHeader } from './read-header';
import type { RowReading } from './read-row';
import { accountKindOf } from './tell-presence';

/** Whether somebody is from outside. */
export function readGuest(row: RowReading): boolean {
  return row.parsed('guest', (text) => guestBy(text, row.header('guest')), 'yes-no-unreadable') ?? false;
}

/** Whether somebody agrees that what they say of themselves for the mix of the programme is used. */
export function readConsent(row: RowReading): boolean {
  return row.parsed('consentDiversity', readYesNo, 'yes-no-unreadable') ?? false;
}

/** Whether a cell says that somebody is a guest; any other word of a column of kinds of accounts, as `Full-time`, says that they are not. */
function guestBy(text: string, header: string): boolean | undefined {
  const answer = readYesNo(text);
  if (answer !== undefined) return answer;
  const kind = accountKindOf(text);
  return kind === undefined && !readHeader(header).subjects.has('userType') ? undefined : kind === 'guest';
}
