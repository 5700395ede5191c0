import { CsvError } from 'csv-parse/sync';
import { ok, refused, type Result } from '../../src/kernel/result';
import type { AnswerReason } from '../../src/insight/answer-issue';
import type { AnswerTable } from '../../src/insight/answer-table';
import { visibleText } from '../../src/language/visible-text';
import { decodeText } from './decode-text';
import { readRecords } from './read-records';

/** What a file of answers may be at most: 10,000 pairs with two surveys of twenty questions have 800,000 rows of some 50 bytes. */
export const answerLimits = { megabytes: 64, rows: 1_000_000 } as const;

type AnswerTableRefusal = Extract<AnswerReason, `file-${string}`>;

/** Decodes a CSV of answers (letters and separators as `readPeopleTable` has them) into text cells, with the row of each as a person counts. */
export function readAnswerTable(bytes: Uint8Array): Result<AnswerTable, AnswerTableRefusal> {
  if (bytes.length > answerLimits.megabytes * 1024 * 1024) return refused('file-too-large');
  const decoded = decodeText(bytes);
  if (decoded === undefined) return refused('file-not-text');
  const rows: AnswerTable['rows'][number][] = [];
  try {
    readRecords(decoded.text, (cells, { line }) => {
      if (cells.some((cell) => cell.trim() !== '')) rows.push({ line, cells: cells.map(visibleText) });
      if (rows.length > answerLimits.rows) throw new TooManyRows();
    });
  } catch (error) {
    if (error instanceof TooManyRows) return refused('file-too-large');
    if (error instanceof CsvError) return refused('file-broken');
    throw error;
  }
  const [top, ...below] = rows;
  return top === undefined ? refused('file-empty') : ok({ headers: top.cells, line: top.line, rows: below });
}

class TooManyRows extends Error {}
