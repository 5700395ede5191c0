import type { AnswerColumn } from './answers-contract';

/** Why a file of answers cannot be measured. */
export type AnswerReason =
  | 'file-empty'
  | 'file-too-large'
  | 'file-not-text'
  | 'file-broken'
  | 'column-missing'
  | 'column-twice'
  | 'cell-missing'
  | 'cell-too-long'
  | 'row-too-long'
  | 'unknown-role'
  | 'unknown-group'
  | 'unknown-survey'
  | 'two-groups'
  | 'answered-twice'
  | 'not-a-number'
  | 'not-whole'
  | 'not-a-choice'
  | 'out-of-range';

/** What is wrong with one row of a file of answers; the words are in `text/`, by the reason. */
export interface AnswerIssue {
  /** As a person counts in a spreadsheet. */
  readonly row: number;
  readonly column: AnswerColumn | '';
  readonly reason: AnswerReason;
  /** What the words need: the cell, its limits, the earlier row. */
  readonly values?: Readonly<Record<string, string | number>>;
}
