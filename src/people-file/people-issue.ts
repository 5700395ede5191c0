import { countryName } from '../catalogues/place-names';
import type { Bilingual } from '../domain/programme-contract';
import { formatDay } from '../language/format-date-time';
import type { TextValues } from '../language/define-texts';
import { byLanguage, type Language } from '../language/languages';
import { peopleFields, type PeopleField } from './participant-contract';
import { peopleFileText } from './text/people-file-text';

/** Which of the limits of a file it goes beyond. */
export type FileLimitReason =
  | 'file-too-large'
  | 'file-too-many-parts'
  | 'file-too-many-rows'
  | 'file-too-many-columns'
  | 'file-too-many-cells'
  | 'file-cell-too-long'
  | 'file-too-much-text';

/** Why a file cannot be read as a table at all. */
export type TableRefusal =
  | 'file-empty'
  | 'file-not-a-table'
  | 'file-not-what-it-says'
  | 'file-old-excel'
  | 'file-macros'
  | 'file-broken'
  | 'file-broken-quotes'
  | FileLimitReason;

/** Why a file was not read: what it is, how much it asks for, or that others are being read. */
export type FileRefusal = TableRefusal | 'file-took-too-long' | 'file-too-much-memory' | 'file-busy';

/** Why a row was not taken. */
export type RejectionReason =
  | 'column-missing'
  | 'mapped-column-missing'
  | 'mapped-column-private'
  | 'no-rows'
  | 'join-without-key'
  | 'letters-lost'
  | 'header-letters-lost'
  | 'missing'
  | 'too-long'
  | 'too-many-ids'
  | 'too-many-cells'
  | 'cut-short'
  | 'email-unreadable'
  | 'role-unknown'
  | 'duplicate-id'
  | 'duplicate-email'
  | 'email-of-another'
  | 'id-of-another'
  | FileRefusal;

/** What was noticed in rows that were taken, defaults among them. */
export type WarningReason =
  | 'languages-not-stated'
  | 'languages-unreadable'
  | 'language-of-account'
  | 'first-language-not-stated'
  | 'zone-of-place'
  | 'zone-of-several'
  | 'zone-not-stated'
  | 'zone-of-unknown-town'
  | 'zone-contradicted'
  | 'time-zone-unknown'
  | 'default-availability'
  | 'availability-unreadable'
  | 'default-capacity'
  | 'capacity-unreadable'
  | 'default-topic-level'
  | 'default-goal-priority'
  | 'default-stated'
  | 'default-level'
  | 'level-unreadable'
  | 'default-expertise'
  | 'default-goals'
  | 'no-managers'
  | 'no-addresses'
  | 'names-unknown'
  | 'letters-guessed'
  | 'letters-mixed'
  | 'letters-mended'
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
  | 'intimate-not-read'
  | 'column-gave-way'
  | 'column-doubtful'
  | 'column-identifies'
  | 'column-names-people'
  | 'column-names-level'
  | 'diversity-without-consent'
  | 'consent-unreadable'
  | 'reporting-line-kept'
  | 'manager-unknown'
  | 'manager-ambiguous'
  | 'manager-several'
  | 'manager-by-part'
  | 'manager-part-unknown'
  | 'managers-differ'
  | 'superior-apart'
  | 'superior-unknown'
  | 'column-superiors-off'
  | 'manager-self'
  | 'same-name'
  | 'reporting-loop'
  | 'exclude-unknown'
  | 'exclude-ambiguous'
  | 'appraiser-unknown'
  | 'appraiser-ambiguous'
  | 'column-unreadable'
  | 'part-of-day'
  | 'rows-above-headers'
  | 'labels-not-read'
  | 'too-few-cells'
  | 'total-not-read'
  | 'hidden-left-out'
  | 'hidden-column-read'
  | 'gone-left-out'
  | 'ended-left-out'
  | 'blocked-left-out'
  | 'not-yet-left-out'
  | 'service-left-out'
  | 'map-left-out'
  | 'end-contradicted'
  | 'date-ambiguous'
  | 'date-unreadable'
  | 'leave-left-out'
  | 'leaving-soon'
  | 'leaving-by-status'
  | 'status-unknown'
  | 'presence-unread'
  | 'guest-by-sign'
  | 'guest-unreadable'
  | 'guests-unread'
  | 'presence-doubtful'
  | 'map-value-unmatched'
  | 'join-unknown'
  | 'join-without'
  | 'sheets-not-read';

/** A column that would do for a field: read so, this many of the rows have what the field asks for. */
export interface ColumnFix {
  readonly field: PeopleField;
  readonly column: string;
  readonly matches: number;
  readonly of: number;
  /** Headers that are to stay or to be named with it: a list of people may come from several columns. */
  readonly beside?: readonly string[];
}

/** Something to tell about a cell; `rows` lists all the rows where the same holds. */
export interface PeopleIssue<R extends RejectionReason | WarningReason = RejectionReason | WarningReason> {
  readonly row: number;
  readonly column: string;
  readonly reason: R;
  readonly values?: TextValues;
  readonly rows?: readonly number[];
  /** What would settle it. */
  readonly fix?: ColumnFix;
}

/** What says how columns are to be read: the commands take a map, the tab has a choice of columns above what was found. */
export type ColumnWay = 'map' | 'page';

/**
 * The issue as a sentence in each language, without the row and column it is about. `different`: how many values, or people, it is about, so that no
 * single one of them stands in the sentence where there are several. `way`: by what whoever reads it says how the columns are to be read.
 */
export function issueWords(issue: PeopleIssue, different = 1, way: ColumnWay = 'page'): Bilingual {
  const values = { column: issue.column, count: issue.rows?.length ?? 1, different, ...issue.values, way };
  const { country, day, field = issue.column } = issue.values ?? {};
  return byLanguage((language) =>
    peopleFileText(language, `file.${issue.reason}`, {
      ...values,
      ...(isPeopleField(field) ? { field: fieldWords(field, language) } : {}),
      ...(typeof country === 'string' ? { country: countryName(country, language) } : {}),
      ...(typeof day === 'string' ? { day: formatDay(`${day}T12:00:00.000Z`, 'UTC', language) } : {}),
    }),
  );
}

function isPeopleField(text: unknown): text is PeopleField {
  return (peopleFields as readonly unknown[]).includes(text);
}

/** What a field is called within a sentence. */
export function fieldWords(field: PeopleField, language: Language): string {
  return peopleFileText(language, `field.${field}`);
}

/** Why a file was not read, as a sentence in each language. */
export function fileRefusalWords(reason: FileRefusal): Bilingual {
  return issueWords({ row: 1, column: '', reason });
}

/** Issues of one meaning about several rows put together in one, in the order in which they came. */
export function gatherIssues<R extends RejectionReason | WarningReason>(
  issues: readonly PeopleIssue<R>[],
): readonly PeopleIssue<R>[] {
  const groups = new Map<string, { first: PeopleIssue<R>; rows: Set<number> }>();
  for (const issue of issues) {
    const { reason, column, values } = issue;
    const key = `${reason} ${column}\n${values === undefined ? '' : JSON.stringify(values)}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { first: issue, rows: new Set([issue.row]) });
    else group.rows.add(issue.row);
  }
  return [...groups.values()].map(({ first, rows }) => ({ ...first, rows: [...rows] }));
}
