import { parse, CsvError } from 'csv-parse/sync';
import { unzipSync } from 'fflate';
import readWorkbookSheets from 'read-excel-file/node';
import { ok, refused, type Result } from '../../src/kernel/result';
import type { TableRefusal } from '../../src/people-file/people-issue';
import type { PeopleTable } from '../../src/people-file/people-table';
import { headerText } from '../../src/enrolment/visible-text';
import { decodeText } from './decode-text';
import { findDelimiter } from './find-delimiter';

const mostBytes = 20 * 1024 * 1024;
const mostUnzippedBytes = 200 * 1024 * 1024;
const mostRows = 50_000;
const mostColumns = 500;

/**
 * Decodes CSV (UTF-8, UTF-16, Windows-1252; semicolon, comma, tab or bar) or XLSX (every sheet that holds something) into text cells.
 * What the bytes are decides; a name that says otherwise is refused. Nothing in the file is run or followed.
 */
export async function readPeopleTable(bytes: Uint8Array, fileName: string): Promise<Result<PeopleTable, TableRefusal>> {
  if (bytes.length === 0) return refused('file-empty');
  if (bytes.length > mostBytes) return refused('file-too-large');
  const ending = /\.([a-z0-9]+)$/iu.exec(fileName)?.[1]?.toLowerCase();
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return refused('file-old-excel');
  if (ending === 'xlsm' || ending === 'xlsb') return refused('file-macros');
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) {
    return ending === 'csv' || ending === 'txt' || ending === 'tsv'
      ? refused('file-not-what-it-says')
      : readWorkbook(bytes);
  }
  return ending === 'xlsx' ? refused('file-not-what-it-says') : readText(bytes);
}

async function readWorkbook(bytes: Uint8Array): Promise<Result<PeopleTable, TableRefusal>> {
  try {
    const names: string[] = [];
    let unzipped = 0;
    unzipSync(bytes, {
      filter: (entry) => {
        names.push(entry.name.toLowerCase());
        unzipped += entry.originalSize;
        return false;
      },
    });
    if (unzipped > mostUnzippedBytes) return refused('file-too-large');
    if (!names.includes('[content_types].xml') || !names.some((name) => name.startsWith('xl/')))
      return refused('file-not-a-table');
    if (names.some((name) => name.endsWith('vbaproject.bin'))) return refused('file-macros');
    const sheets = await readWorkbookSheets(Buffer.from(bytes), { trim: false });
    const filled = sheets.filter(({ data }) => data.flat().some((cell) => cellText(cell).trim() !== ''));
    const [first, ...others] = filled.map(({ sheet, data }) =>
      tableOf(
        data.map((cells) => cells.map(cellText)),
        sheet,
      ),
    );
    if (first === undefined) return refused('file-empty');
    const otherSheets = others.flatMap((table) => (table.ok ? [table.value] : []));
    return first.ok && otherSheets.length > 0 ? ok({ ...first.value, otherSheets }) : first;
  } catch {
    return refused('file-broken');
  }
}

function readText(bytes: Uint8Array): Result<PeopleTable, TableRefusal> {
  const text = decodeText(bytes);
  if (text === undefined) return refused('file-not-a-table');
  const separator = /^sep=(.)\r?\n/iu.exec(text);
  const body = separator === null ? text : text.slice(separator[0].length);
  try {
    const records: string[][] = parse(body, {
      delimiter: separator?.[1] ?? findDelimiter(body),
      relax_column_count: true,
      relax_quotes: true,
      max_record_size: 1_000_000,
    });
    return tableOf(records);
  } catch (error) {
    return refused(
      error instanceof CsvError && error.code === 'CSV_QUOTE_NOT_CLOSED' ? 'file-broken-quotes' : 'file-broken',
    );
  }
}

function tableOf(records: readonly (readonly string[])[], sheet?: string): Result<PeopleTable, TableRefusal> {
  const at = records.findIndex((cells) => cells.some((cell) => cell.trim() !== ''));
  const headers = (records[at] ?? []).map(headerText);
  while (headers.at(-1) === '') headers.pop();
  if (headers.length === 0) return refused('file-empty');
  if (records.length > mostRows) return refused('file-too-many-rows');
  if (headers.length > mostColumns) return refused('file-not-a-table');
  const rows = records.slice(at + 1).map((cells, index) => ({ line: at + index + 2, cells }));
  return ok({ headers, rows, line: at + 1, ...(sheet === undefined ? {} : { sheet }) });
}

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean' ? String(cell) : '';
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte);
}
