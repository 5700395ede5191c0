import { parse, CsvError } from 'csv-parse/sync';
import { unzipSync } from 'fflate';
import { readSheet } from 'read-excel-file/node';
import { ok, refused, type Result } from '../../src/kernel/result';
import type { TableRefusal } from '../../src/participant/people-issue';
import type { PeopleTable } from '../../src/participant/people-table';

const mostBytes = 20 * 1024 * 1024;
const mostUnzippedBytes = 200 * 1024 * 1024;
const mostRows = 50_000;
const mostColumns = 500;

/**
 * Decodes CSV (UTF-8, UTF-16 with its mark, Windows-1252; comma, semicolon or tab) or XLSX (first sheet) into text cells.
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
    const sheet: readonly (readonly unknown[])[] = await readSheet(Buffer.from(bytes), { trim: false });
    return tableOf(sheet.map((cells) => cells.map(cellText)));
  } catch {
    return refused('file-broken');
  }
}

function readText(bytes: Uint8Array): Result<PeopleTable, TableRefusal> {
  const text = decode(bytes);
  if (text === undefined) return refused('file-not-a-table');
  const separator = /^sep=(.)\r?\n/iu.exec(text);
  const body = separator === null ? text : text.slice(separator[0].length);
  try {
    const records: string[][] = parse(body, {
      delimiter: separator?.[1] ?? delimiterOf(body),
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

function decode(bytes: Uint8Array): string | undefined {
  const utf16 = startsWith(bytes, [0xff, 0xfe]);
  let text: string;
  try {
    text = new TextDecoder(utf16 ? 'utf-16le' : 'utf-8', { fatal: true }).decode(bytes);
  } catch {
    text = decodeWindows1252(bytes);
  }
  return /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/u.test(text) || text.startsWith('%PDF') ? undefined : text;
}

/** The 32 characters in which Windows-1252 is not Latin-1. Some versions of Node's TextDecoder take the one for the other. */
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function decodeWindows1252(bytes: Uint8Array): string {
  const latin1 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  return latin1.replace(/[\u0080-\u009f]/gu, (mark) => windows1252.charAt(mark.charCodeAt(0) - 0x80));
}

/** The separator that splits the header row into most cells, quoted ones left whole. */
function delimiterOf(text: string): string {
  const firstLine = /^\s*((?:"[^"]*"|[^\r\n"])*)/u.exec(text)?.[1] ?? '';
  const bare = firstLine.replace(/"[^"]*"/gu, '');
  const counts = [';', ',', '\t'].map((mark) => [mark, bare.split(mark).length] as const);
  return counts.reduce((best, one) => (one[1] > best[1] ? one : best))[0];
}

function tableOf(records: readonly (readonly string[])[]): Result<PeopleTable, TableRefusal> {
  const at = records.findIndex((cells) => cells.some((cell) => cell.trim() !== ''));
  const headers = (records[at] ?? []).map((cell) => cell.trim());
  while (headers.at(-1) === '') headers.pop();
  if (headers.length === 0) return refused('file-empty');
  if (records.length > mostRows) return refused('file-too-many-rows');
  if (headers.length > mostColumns) return refused('file-not-a-table');
  const rows = records.slice(at + 1).map((cells, index) => ({ line: at + index + 2, cells }));
  return ok({ headers, rows });
}

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean' ? String(cell) : '';
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte);
}
