import { readYesNo } from '../enrolment/read-cells';
import { readHeader } from './read-header';
import type { RowReading } from './read-row';
import { accountKindOf } from './tell-presence';

/** Whether somebody is from outside. A word that says neither counts as a guest until it is clear, and is told. */
export function readGuest(row: RowReading): boolean {
  const text = row.cell('guest');
  if (text === '') return false;
  const guest = guestBy(text, row.header('guest'));
  if (guest === undefined) row.warn('guest', 'guest-unreadable', { value: text.slice(0, 60) });
  return guest ?? true;
}

/** Whether somebody agrees that what they say of themselves for the mix of the programme is used. Only a yes is one. */
export function readConsent(row: RowReading): boolean {
  const text = row.cell('consentDiversity');
  if (text === '') return false;
  const answer = readYesNo(text);
  if (answer === undefined) row.warn('consentDiversity', 'consent-unreadable', { value: text.slice(0, 60) });
  return answer ?? false;
}

/** Whether a cell says that somebody is a guest; any other word of a column of kinds of accounts, as `Full-time`, says that they are not. */
function guestBy(text: string, header: string): boolean | undefined {
  const answer = readYesNo(text);
  if (answer !== undefined) return answer;
  const kind = accountKindOf(text);
  return kind === undefined && !readHeader(header).subjects.has('userType') ? undefined : kind === 'guest';
}
