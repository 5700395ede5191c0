import { parse } from 'csv-parse/sync';

/** Semicolon first: where nothing tells them apart, it is what a French spreadsheet writes. */
const delimiters = [';', ',', '\t', '|'];
/** Records looked at: more than the titles that may stand above the headers. */
const looked = 40;
/** Characters in which most files have as many. */
const beginning = 50_000;

/**
 * The separator that cuts the most of the first records into one and the same number of cells, then into the most cells: a title above
 * the headers, or a list within a cell, does not mislead it.
 */
export function findDelimiter(text: string): string {
  const found = delimiters.map((delimiter) => ({ delimiter, ...evenness(text, delimiter) }));
  return found.reduce((best, one) =>
    one.records > best.records || (one.records === best.records && one.cells > best.cells) ? one : best,
  ).delimiter;
}

function evenness(text: string, delimiter: string): { readonly records: number; readonly cells: number } {
  const counts = new Map<number, number>();
  for (const { length } of firstRecords(text, delimiter))
    if (length > 1) counts.set(length, (counts.get(length) ?? 0) + 1);
  let best = { records: 0, cells: 0 };
  for (const [cells, records] of counts)
    if (records > best.records || (records === best.records && cells > best.cells)) best = { records, cells };
  return best;
}

/** None where the separator makes the text unreadable. */
function firstRecords(text: string, delimiter: string): readonly (readonly string[])[] {
  // The parser copies all it is given: of most files a small part holds enough records, and one more, which may be cut.
  const found = text.length > beginning ? recordsOf(text.slice(0, beginning), delimiter, looked + 1) : [];
  return found.length > looked ? found.slice(0, looked) : recordsOf(text, delimiter, looked);
}

function recordsOf(text: string, delimiter: string, most: number): readonly (readonly string[])[] {
  try {
    return parse(text, {
      delimiter,
      to: most,
      relax_column_count: true,
      relax_quotes: true,
      max_record_size: 1_000_000,
    });
  } catch {
    return [];
  }
}
