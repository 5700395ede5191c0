import { parse } from 'csv-parse/sync';
import { findDelimiter } from './find-delimiter';

/** Characters of one record: a quote that is never closed makes one of the whole file. */
export const mostInRecord = 1_000_000;

/** Where a record of a CSV stands. */
export interface RecordPlace {
  /** As a spreadsheet counts, which does not show a line `sep=;`. */
  readonly line: number;
  /** Records so far, this one included. */
  readonly records: number;
  /** Of them, those of another length than the first one. */
  readonly uneven: number;
}

/**
 * Cuts a CSV into records and hands each over as it is read; what separates cells is said by a line `sep=;`, as Excel writes it, or found. A quote within
 * a cell that has none around it is a letter with `strayQuotes`, else an error. Throws a `CsvError` of the parser, and what `take` throws.
 */
export function readRecords(
  text: string,
  take: (cells: string[], place: RecordPlace) => void,
  { strayQuotes = false } = {},
): void {
  const separator = /^sep=(.)\r?\n/iu.exec(text);
  const body = separator === null ? text : text.slice(separator[0].length);
  // The parser makes an error of each record of another length, and goes on: with where it was made, fifty thousand of them take seconds.
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    parse(body, {
      delimiter: separator?.[1] ?? findDelimiter(body),
      relax_column_count: true,
      relax_quotes: strayQuotes,
      skip_empty_lines: true,
      max_record_size: mostInRecord,
      onRecord: (cells: string[], { records, empty_lines, invalid_field_length }) => {
        take(cells, { line: records + empty_lines, records, uneven: invalid_field_length });
        return null;
      },
    });
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}
