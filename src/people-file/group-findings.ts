import type { Finding } from './api-contract';
import { apartFields, type PeopleField } from './participant-contract';
import {
  issueWords,
  type ColumnFix,
  type ColumnWay,
  type PeopleIssue,
  type RejectionReason,
  type WarningReason,
} from './people-issue';

/** Who a row is about, as far as the file says. */
export interface RowOwner {
  readonly id?: string;
  readonly name?: string;
}

type Reason = RejectionReason | WarningReason;

/** Rules that keep people apart, or out, and may be lost; the gravest first. */
const protecting: readonly Reason[] = [
  'no-managers',
  'column-superiors-off',
  'column-doubtful',
  'column-names-people',
  'column-names-level',
  'manager-unknown',
  'manager-ambiguous',
  'manager-several',
  'manager-by-part',
  'managers-differ',
  'manager-part-unknown',
  'superior-unknown',
  'superior-apart',
  'manager-self',
  'same-name',
  'reporting-loop',
  'too-many-ids',
  'exclude-unknown',
  'exclude-ambiguous',
  'appraiser-unknown',
  'appraiser-ambiguous',
  'presence-unread',
  'presence-doubtful',
  'guests-unread',
  'guest-unreadable',
  'map-value-unmatched',
  'status-unknown',
  'date-unreadable',
];
/** What stands in the place of what nobody said: told after all that a file does say. */
const usual: ReadonlySet<Reason> = new Set([
  'languages-not-stated',
  'first-language-not-stated',
  'zone-of-place',
  'zone-of-several',
  'zone-not-stated',
  'default-availability',
  'default-capacity',
  'default-topic-level',
  'default-goal-priority',
  'default-stated',
  'default-level',
  'default-expertise',
  'default-goals',
  'part-of-day',
]);
/** Said once and needing nobody. */
const quiet: ReadonlySet<Reason> = new Set(['column-not-read', 'column-twice', 'origin-not-read', 'intimate-not-read']);
/** About a column or the whole file: no row of it. */
const ofNoRow: ReadonlySet<Reason> = new Set([
  'column-missing',
  'mapped-column-missing',
  'mapped-column-private',
  'no-rows',
  'join-without-key',
  'header-letters-lost',
  'no-managers',
  'no-addresses',
  'names-unknown',
  'letters-guessed',
  'letters-mixed',
  'letters-mended',
  'column-not-read',
  'column-twice',
  'origin-not-read',
  'intimate-not-read',
  'column-gave-way',
  'column-doubtful',
  'column-identifies',
  'column-names-people',
  'column-names-level',
  'column-unreadable',
  'presence-unread',
  'guests-unread',
  'presence-doubtful',
  'map-value-unmatched',
  'rows-above-headers',
  'hidden-column-read',
  'join-unknown',
  'join-without',
  'sheets-not-read',
]);
/** Values that are one row's: rows in which only they differ have one meaning. */
const ofOneRow: ReadonlySet<string> = new Set(['value', 'day', 'first', 'id', 'ids', 'cells', 'person']);
const longestText = 100;
/** Values that a sentence about several of them names. */
const valuesNamed = 8;

/**
 * Puts together what holds for several rows: one finding for each reason and column, with the number of its rows and the first of them: `most` at most, `mostGrave`
 * of what protects people or is refused. What protects people comes first, then what is refused (what holds for most rows before the rest), then what is
 * noticed, defaults last.
 */
export function groupFindings(
  {
    rejected,
    warnings,
  }: {
    readonly rejected: readonly PeopleIssue<RejectionReason>[];
    readonly warnings: readonly PeopleIssue<WarningReason>[];
  },
  ownerOf: (row: number) => RowOwner | undefined,
  most: number,
  way: ColumnWay = 'page',
  mostGrave = most,
): readonly Finding[] {
  const tell: Telling = { ownerOf, most, mostGrave, way };
  return inOrder([
    ...grouped(rejected).map((issues) => findingOf('refused', issues, tell)),
    ...grouped(warnings).map((issues) => findingOf('noticed', issues, tell)),
  ]);
}

/** Findings of several sources in the order in which they are told. */
export function inOrder(findings: readonly Finding[]): readonly Finding[] {
  const place = ({ kind, protects, reason }: Finding): number =>
    protects === true
      ? protecting.indexOf(reason as Reason)
      : protecting.length +
        (kind === 'refused' ? 0 : quiet.has(reason as Reason) ? 3 : usual.has(reason as Reason) ? 2 : 1);
  const rows = ({ kind, count }: Finding): number => (kind === 'refused' ? count || Infinity : 0);
  return [...findings].sort((a, b) => place(a) - place(b) || (rows(a) === rows(b) ? 0 : rows(b) - rows(a)));
}

function grouped<R extends Reason>(issues: readonly PeopleIssue<R>[]): readonly (readonly PeopleIssue<R>[])[] {
  const groups = new Map<string, PeopleIssue<R>[]>();
  for (const issue of issues) {
    const shared = Object.entries(issue.values ?? {}).filter(
      ([key]) => !ofOneRow.has(key) || ofNoRow.has(issue.reason),
    );
    const key = JSON.stringify([issue.reason, issue.column, shared]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [issue]);
    else group.push(issue);
  }
  return [...groups.values()];
}

/** For whom findings are told: who a row is about, how many examples, and how columns are chosen there. */
interface Telling {
  readonly ownerOf: (row: number) => RowOwner | undefined;
  readonly most: number;
  readonly mostGrave: number;
  readonly way: ColumnWay;
}

function findingOf(kind: Finding['kind'], issues: readonly PeopleIssue[], tell: Telling): Finding {
  const { ownerOf, way } = tell;
  const [first] = issues as readonly [PeopleIssue, ...PeopleIssue[]];
  const { row, column, reason } = first;
  const byRow = new Map<number, PeopleIssue[]>();
  for (const issue of issues)
    for (const one of issue.rows ?? [issue.row]) byRow.set(one, [...(byRow.get(one) ?? []), issue]);
  const rows = ofNoRow.has(reason) || reason.startsWith('file-') ? [] : [...byRow.keys()].sort((a, b) => a - b);
  const values = new Set(issues.map(valueOf));
  const different = values.has(undefined) ? Math.max(1, rows.length) : values.size;
  const fix = issues.find((issue) => issue.fix !== undefined)?.fix;
  const most = kind === 'refused' || protects(first) ? tell.mostGrave : tell.most;
  const list = listOf([...values].filter((value) => value !== undefined));
  const told = rows.length === 0 ? first : { ...first, rows, values: { ...first.values, list } };
  return {
    kind,
    ...(protects(first) ? { protects: true as const } : {}),
    row: rows[0] ?? row,
    column,
    reason,
    message: issueWords(told, different, way),
    count: rows.length,
    examples: rows.slice(0, most).map((one) => exampleOf(one, byRow.get(one) ?? [], ownerOf(one), different)),
    ...(fix === undefined ? {} : { fix: fixOf(fix) }),
  };
}

function fixOf({ beside, ...fix }: ColumnFix): NonNullable<Finding['fix']> {
  return beside === undefined ? fix : { ...fix, beside: [...beside] };
}

function exampleOf(
  row: number,
  issues: readonly PeopleIssue[],
  { id, name }: RowOwner = {},
  different: number,
): Finding['examples'][number] {
  const value = [...new Set(issues.map(valueOf))].filter((text) => text !== undefined).join(', ');
  const [only] = issues;
  const saysMore = Object.keys(only?.values ?? {}).some((key) => key !== 'value' && key !== 'day' && ofOneRow.has(key));
  return {
    row,
    ...(id === undefined ? {} : { id: id.slice(0, longestText) }),
    ...(name === undefined ? {} : { name: name.slice(0, longestText) }),
    ...(value === '' ? {} : { value: value.slice(0, longestText) }),
    ...(only !== undefined && different > 1 && saysMore ? { message: issueWords(only) } : {}),
  };
}

/** Some of the values, as a sentence names them. */
function listOf(values: readonly string[]): string {
  return [...values.slice(0, valuesNamed), ...(values.length > valuesNamed ? ['…'] : [])].join(', ');
}

/** What stands in the cell; undefined where that is not the reason. */
function valueOf({ values }: PeopleIssue): string | undefined {
  const value = values?.['value'];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function protects({ reason, values }: PeopleIssue): boolean {
  // Of a column that keeps nobody apart a doubt is no such rule.
  return (
    protecting.includes(reason) && (reason !== 'column-doubtful' || apartFields.has(values?.['field'] as PeopleField))
  );
}
