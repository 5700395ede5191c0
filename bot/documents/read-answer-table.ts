import { parse, CsvError } from 'csv-parse/sync';
import { ok, refused, type Result } from '../../src/kernel/result';
import type { AnswerReason } from '../../src/insight/answer-issue';
import type { AnswerTable } from '../../src/insight/answer-table';
import { visibleText } from '../../src/enrolment/visible-text';
import { decodeText } from './decode-text';
import { findDelimiter } from './find-delimiter';

/** What a file of answers may be at most: 10,000 pairs with two surveys of twenty questions have 800,000 rows of some 50 bytes. */
export const answerLimits = { megabytes: 64, rows: 1_000_000 } as const;
/** Characters of one record: a quote that is never closed makes one of the whole file. */
const mostInRecord = 1_000_000;

type AnswerTableRefusal = Extract<AnswerReason, `file-${string}`>;

/** Decodes a CSV of answers (letters and separators as `readPeopleTable` has them) into text cells, with the row of each as a person counts. */
export function readAnswerTable(bytes: Uint8Array): Result<AnswerTable, AnswerTableRefusal> {
  if (bytes.length > answerLimits.megabytes * 1024 * 1024) return refused('file-too-large');
  const decoded = decodeText(bytes);
  if (decoded === undefined) return refused('file-not-text');
  const separator = /^sep=(.)\r?\n/iu.exec(decoded.text);
  const body = separator === null ? decoded.text : decoded.text.slice(separator[0].length);
  const rows: AnswerTable['rows'][number][] = [];
  try {
    parse(body, {
      delimiter: separator?.[1] ?? findDelimiter(body),
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: mostInRecord,
      onRecord: (cells: string[], { records, empty_lines }) => {
        const line = records + empty_lines + (separator === null ? 0 : 1);
        if (cells.some((cell) => cell.trim() !== '')) rows.push({ line, cells: cells.map(visibleText) });
        if (rows.length > answerLimits.rows) throw new TooManyRows();
        return null;
      },
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
