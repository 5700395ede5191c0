import type { Bilingual } from '../domain/programme-contract';
import type { TextValues } from '../language/define-texts';
import { byLanguage } from '../language/languages';
import { peopleFileText } from './text/people-file-text';

/** Why a file cannot be read as a table at all. */
export type TableRefusal =
  | 'file-empty'
  | 'file-too-large'
  | 'file-not-a-table'
  | 'file-not-what-it-says'
  | 'file-old-excel'
  | 'file-macros'
  | 'file-broken'
  | 'file-broken-quotes'
  | 'file-too-many-rows';

/** Why a row was not taken. */
export type RejectionReason =
  | 'column-missing'
  | 'mapped-column-missing'
  | 'no-rows'
  | 'missing'
  | 'too-long'
  | 'too-many-ids'
  | 'too-many-cells'
  | 'email-unreadable'
  | 'role-unknown'
  | 'languages-unreadable'
  | 'time-zone-unknown'
  | 'level-out-of-range'
  | 'capacity-out-of-range'
  | 'availability-unreadable'
  | 'yes-no-unreadable'
  | 'duplicate-id'
  | 'duplicate-email'
  | TableRefusal;

/** What was noticed in rows that were taken, defaults among them. */
export type WarningReason =
  | 'default-languages'
  | 'default-time-zone'
  | 'default-availability'
  | 'default-capacity'
  | 'default-topic-level'
  | 'default-goal-priority'
  | 'default-stated'
  | 'default-level'
  | 'default-expertise'
  | 'default-goals'
  | 'no-managers'
  | 'way-unknown'
  | 'stated-out-of-range'
  | 'language-unknown'
  | 'language-below-working-level'
  | 'country-unknown'
  | 'topics-cut'
  | 'own-topic'
  | 'column-not-read'
  | 'column-twice'
  | 'origin-not-read'
  | 'diversity-without-consent'
  | 'reporting-line-kept'
  | 'manager-unknown'
  | 'manager-ambiguous'
  | 'manager-self'
  | 'reporting-loop'
  | 'exclude-unknown'
  | 'exclude-ambiguous'
  | 'appraiser-unknown'
  | 'appraiser-ambiguous'
  | 'column-unreadable'
  | 'part-of-day'
  | 'rows-above-headers'
  | 'sheets-not-read';

/** Something to tell about a cell; `rows` lists all the rows where the same holds. */
export interface PeopleIssue<R extends RejectionReason | WarningReason = RejectionReason | WarningReason> {
  readonly row: number;
  readonly column: string;
  readonly reason: R;
  readonly values?: TextValues;
  readonly rows?: readonly number[];
}

/** The issue as a sentence in each language, without the row and column it is about. */
export function issueWords(issue: PeopleIssue): Bilingual {
  const values = { column: issue.column, count: issue.rows?.length ?? 1, ...issue.values };
  return byLanguage((language) => peopleFileText(language, `file.${issue.reason}`, values));
}

/** Issues of one meaning about several rows put together in one, in the order in which they came. */
export function gatherIssues<R extends RejectionReason | WarningReason>(
  issues: readonly PeopleIssue<R>[],
): readonly PeopleIssue<R>[] {
  const groups = new Map<string, { first: PeopleIssue<R>; rows: number[] }>();
  for (const issue of issues) {
    const key = JSON.stringify([issue.reason, issue.column, issue.values]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { first: issue, rows: [issue.row] });
    else if (!group.rows.includes(issue.row)) group.rows.push(issue.row);
  }
  return [...groups.values()].map(({ first, rows }) => ({ ...first, rows }));
}
