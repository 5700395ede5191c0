import { CsvError } from 'csv-parse/sync';
import { unzipSync } from 'fflate';
import { ok, refused, type Result } from '../../src/kernel/result';
import type { TableRefusal } from '../../src/people-file/people-issue';
import type { PeopleTable } from '../../src/people-file/people-table';
import { headerText } from '../../src/language/visible-text';
import { decodeText } from './decode-text';
import { mendLetters } from './mend-letters';
import { countFile, fileLimits, FileTooLarge } from './file-limits';
import { mostInRecord, readRecords } from './read-records';
import { readWorkbook, type Sheet } from './read-workbook';

/** Rows of titles that may be wider than the headers. */
const mostTitles = 40;

/**
 * Decodes CSV (UTF-8, UTF-16, Windows-1252; semicolon, comma, tab or bar) or XLSX (every sheet that holds something) into text cells.
 * What the bytes are decides; a name that says otherwise is refused. Nothing in the file is run or followed.
 * Whatever the bytes are, the answer is a value: a file beyond a limit (`fileLimits`) is refused as soon as that is counted.
 */
export async function readPeopleTable(bytes: Uint8Array, fileName: string): Promise<Result<PeopleTable, TableRefusal>> {
  return Promise.resolve(readTable(bytes, fileName));
}

function readTable(bytes: Uint8Array, fileName: string): Result<PeopleTable, TableRefusal> {
  if (bytes.length === 0) return refused('file-empty');
  if (bytes.length > fileLimits.bytes) return refused('file-too-large');
  const ending = /\.([a-z0-9]+)$/iu.exec(fileName)?.[1]?.toLowerCase();
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return refused('file-old-excel');
  if (ending === 'xlsm' || ending === 'xlsb') return refused('file-macros');
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) {
    return ending === 'csv' || ending === 'txt' || ending === 'tsv'
      ? refused('file-not-what-it-says')
      : readSheets(bytes);
  }
  return ending === 'xlsx' ? refused('file-not-what-it-says') : readText(bytes);
}

function readSheets(bytes: Uint8Array): Result<PeopleTable, TableRefusal> {
  try {
    const names = partNames(bytes);
    if (!names.includes('[content_types].xml') || !names.some((name) => name.startsWith('xl/')))
      return refused('file-not-a-table');
    if (names.some((name) => name.endsWith('vbaproject.bin'))) return refused('file-macros');
    const sheets = readWorkbook(bytes, countFile());
    const [first, ...others] = sheets.filter(({ rows }) => rows.length > 0).map(sheetTable);
    if (first === undefined) return refused('file-empty');
    const otherSheets = others.flatMap((table) => (table.ok ? [table.value] : []));
    return first.ok && otherSheets.length > 0 ? ok({ ...first.value, otherSheets }) : first;
  } catch (error) {
    return refused(error instanceof FileTooLarge ? error.reason : 'file-broken');
  }
}

/** The names of the parts, in lower case. Nothing is unpacked yet; what is read of it later takes no more room than is declared here. */
function partNames(bytes: Uint8Array): readonly string[] {
  const names: string[] = [];
  let unzipped = 0;
  unzipSync(bytes, {
    filter: ({ name, size, originalSize }) => {
      names.push(name.toLowerCase());
      unzipped += originalSize;
      if (names.length > fileLimits.parts) throw new FileTooLarge('file-too-many-parts');
      if (unzipped > fileLimits.unzippedBytes) throw new FileTooLarge('file-too-large');
      // Packing never makes much of little: a part that says so hides what it unpacks to.
      if (size > 1_000 + 2 * originalSize) throw new Error('a part that is larger than it says');
      return false;
    },
  });
  return names;
}

/** A sheet as a table: rows as a person counts them, every row as long as the headers. */
function sheetTable({ name, rows, hiddenColumns }: Sheet): Result<PeopleTable, TableRefusal> {
  const [top, ...below] = rows;
  const headers = (top?.cells ?? []).map((cell) => headerText(mendLetters(cell)));
  while (headers.at(-1) === '') headers.pop();
  if (top === undefined || headers.length === 0) return refused('file-empty');
  const width = Math.max(...rows.slice(0, mostTitles).map(({ cells }) => cells.length));
  const hidden = hiddenColumns.filter((place) => place < width);
  return ok({
    headers,
    rows: below.map((row) => ({
      line: row.line,
      cells: Array.from({ length: Math.max(width, row.cells.length) }, (_, place) =>
        mendLetters(row.cells[place] ?? ''),
      ),
      ...(row.hidden ? { hidden: true as const } : {}),
    })),
    line: top.line,
    sheet: name,
    ...(hidden.length === 0 ? {} : { hiddenColumns: hidden }),
  });
}

function readText(bytes: Uint8Array): Result<PeopleTable, TableRefusal> {
  const decoded = decodeText(bytes);
  if (decoded === undefined) return refused('file-not-a-table');
  const { text, letters } = decoded;
  try {
    const table = tableOf(recordsOf(text));
    return table.ok && letters.length > 0 ? ok({ ...table.value, letters }) : table;
  } catch (error) {
    if (error instanceof FileTooLarge) return refused(error.reason);
    if (!(error instanceof CsvError)) throw error;
    switch (error.code) {
      case 'CSV_QUOTE_NOT_CLOSED':
        return refused('file-broken-quotes');
      case 'CSV_MAX_RECORD_SIZE':
        return refused('file-cell-too-long');
      default:
        return refused('file-broken');
    }
  }
}

interface NumberedRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

/** The records that hold something, up to their last column that may be read. Throws `FileTooLarge` and what the parser throws. */
function recordsOf(text: string): readonly NumberedRecord[] {
  const found: NumberedRecord[] = [];
  const counter = countFile();
  readRecords(
    text,
    (cells, { line, records, uneven }) => {
      if (records > fileLimits.lines || uneven > fileLimits.unevenLines) throw new FileTooLarge('file-too-many-rows');
      const last = cells.findLastIndex((cell) => cell.trim() !== '');
      if (last < 0) return;
      if (last >= fileLimits.columns) throw new FileTooLarge('file-too-many-columns');
      counter.row();
      counter.cells(Math.min(cells.length, fileLimits.columns));
      // Over several lines it is a quote that was never closed, with other people in it; else one row is too long and the others hold.
      for (const cell of cells) counter.text(cell.length, cell.includes('\n') ? undefined : mostInRecord);
      found.push({ line, cells: cells.length > fileLimits.columns ? cells.slice(0, fileLimits.columns) : cells });
    },
    { strayQuotes: true },
  );
  return found;
}

function tableOf(records: readonly NumberedRecord[]): Result<PeopleTable, TableRefusal> {
  const [top, ...rows] = records;
  const headers = (top?.cells ?? []).map(headerText);
  while (headers.at(-1) === '') headers.pop();
  if (top === undefined || headers.length === 0) return refused('file-empty');
  return ok({ headers, rows, line: top.line });
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte);
}
