import type { AnswerIssue, AnswerReason } from './answer-issue';
import type { AnswerTable } from './answer-table';
import { answerColumns, longestCell, type AnswerColumn } from './answers-contract';

/** One answer of the file, its value still as it is written; never empty. */
export interface RawAnswer {
  readonly row: number;
  readonly person: string;
  readonly role: 'mentor' | 'mentee';
  readonly group: 'participant' | 'waiting';
  readonly survey: 'baseline' | 'closing';
  readonly question: string;
  readonly value: string;
}

export interface CheckedAnswers {
  readonly answers: readonly RawAnswer[];
  readonly issues: readonly AnswerIssue[];
  /** Rows of surveys that are not compared. */
  readonly otherSurveys: number;
  /** Columns that say nothing here. */
  readonly unread: readonly string[];
}

const roles: ReadonlySet<string> = new Set<RawAnswer['role']>(['mentor', 'mentee']);
const groups: ReadonlySet<string> = new Set<RawAnswer['group']>(['participant', 'waiting']);
const compared: ReadonlySet<string> = new Set<RawAnswer['survey']>(['baseline', 'closing']);
const otherSurvey = /^(?:pulse(?:-\d{1,3})?|midpoint|follow-up)$/u;

/** The rows of a file that are answers, and everything that is wrong with it. What a value may be is decided by its question (`readQuestions`). */
export function checkAnswers({ headers, line, rows }: AnswerTable): CheckedAnswers {
  const names = headers.map((header) => header.toLowerCase());
  const issues: AnswerIssue[] = answerColumns.flatMap((column): AnswerIssue[] => {
    const count = names.filter((name) => name === column).length;
    if (count === 1) return [];
    return [{ row: line, column, reason: count === 0 ? 'column-missing' : 'column-twice', values: { column } }];
  });
  const unread = headers.filter((_, place) => !answerColumns.some((column) => column === names[place]));
  if (issues.length > 0) return { answers: [], issues, otherSurveys: 0, unread };
  const places = answerColumns.map((column) => [column, names.indexOf(column)] as const);
  const answers: RawAnswer[] = [];
  const seen = new Map<string, number>();
  const groupOf = new Map<string, string>();
  let otherSurveys = 0;
  for (const { line: row, cells } of rows) {
    const refuse = (reason: AnswerReason, column: AnswerColumn | '', values: AnswerIssue['values'] = {}): void =>
      void issues.push({ row, column, reason, values });
    if (cells.slice(headers.length).some((cell) => cell.trim() !== '')) {
      refuse('row-too-long', '');
      continue;
    }
    const long = places.find(([, place]) => (cells[place] ?? '').length > longestCell);
    if (long !== undefined) {
      refuse('cell-too-long', long[0], { column: long[0], most: longestCell });
      continue;
    }
    const given = Object.fromEntries(places.map(([column, place]) => [column, cells[place] ?? ''])) as Record<
      AnswerColumn,
      string
    >;
    const [role, group, survey] = [given.role, given.group, given.survey].map((word) => word.toLowerCase()) as [
      string,
      string,
      string,
    ];
    const { person, question, value } = given;
    const before = issues.length;
    for (const column of ['person', 'question'] as const)
      if (given[column] === '') refuse('cell-missing', column, { column });
    if (!roles.has(role)) refuse('unknown-role', 'role', { value: given.role });
    if (!groups.has(group)) refuse('unknown-group', 'group', { value: given.group });
    if (!compared.has(survey) && !otherSurvey.test(survey)) refuse('unknown-survey', 'survey', { value: given.survey });
    if (issues.length > before) continue;
    const first = groupOf.get(person);
    if (first === undefined) groupOf.set(person, group);
    else if (first !== group) {
      refuse('two-groups', 'group');
      continue;
    }
    if (!compared.has(survey)) {
      otherSurveys += 1;
      continue;
    }
    const key = JSON.stringify([person, role, survey, question]);
    const earlier = seen.get(key);
    if (earlier !== undefined) refuse('answered-twice', 'question', { earlier });
    else {
      seen.set(key, row);
      if (value !== '') answers.push({ row, person, role, group, survey, question, value } as RawAnswer);
    }
  }
  return { answers, issues, otherSurveys, unread };
}
