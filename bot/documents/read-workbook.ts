import { strFromU8, unzipSync } from 'fflate';
import { fileLimits, FileTooLarge, type FileCounter } from './file-limits';
import { readElements } from './read-elements';

export interface Sheet {
  readonly name: string;
  readonly rows: readonly SheetRow[];
  /** Places of columns that are hidden, from 0. */
  readonly hiddenColumns: readonly number[];
}

export interface SheetRow {
  /** The row as a person counts. */
  readonly line: number;
  readonly cells: readonly string[];
  readonly hidden: boolean;
}

/**
 * The sheets of an XLSX workbook (ECMA-376, strict or transitional, of any writer), those that are seen first; cells as text, dates as 2026-03-01, a cell without a place
 * beside the one before it. What is merged downwards is in each of its rows. Throws where the parts of a workbook are missing or no XML, and `FileTooLarge`.
 */
export function readWorkbook(bytes: Uint8Array, counter: FileCounter): readonly Sheet[] {
  const files = new Map(
    Object.entries(unzipSync(bytes, { filter: ({ name }) => /\.(?:xml|rels)$/iu.test(name) })).map(
      ([name, content]) => [pathOf(name), content] as const,
    ),
  );
  const xml = (path: string): string | undefined => {
    const content = files.get(pathOf(path));
    return content === undefined ? undefined : textOf(content);
  };
  const root = relations(xml('_rels/.rels') ?? '', '').find(({ type }) => type === 'officeDocument');
  const workbookPath = root?.path ?? 'xl/workbook.xml';
  const workbook = xml(workbookPath);
  if (workbook === undefined) throw new Error('no workbook');
  const folder = workbookPath.slice(0, workbookPath.lastIndexOf('/') + 1);
  const related = relations(xml(`${folder}_rels/${workbookPath.slice(folder.length)}.rels`) ?? '', folder);
  const partOf = (type: string, usual: string): string =>
    xml(related.find((relation) => relation.type === type)?.path ?? `${folder}${usual}`) ?? '';
  const { sheets, since1904 } = sheetsOf(workbook);
  const shared = sharedStrings(partOf('sharedStrings', 'sharedStrings.xml'));
  const formats = cellFormats(partOf('styles', 'styles.xml'));
  const read = sheets.flatMap(({ name, id, hidden }, index) => {
    const relation = related.find((one) => one.id === id);
    if (relation !== undefined && relation.type !== 'worksheet') return [];
    const content = xml(relation?.path ?? `${folder}worksheets/sheet${String(index + 1)}.xml`);
    return content === undefined
      ? []
      : [{ hidden, sheet: { name, ...readSheet(content, { shared, formats, since1904 }, counter) } }];
  });
  if (read.length === 0) throw new Error('no sheet');
  return [...read.filter(({ hidden }) => !hidden), ...read.filter(({ hidden }) => hidden)].map(({ sheet }) => sheet);
}

/** Some writers use the separator of their own system, or other capitals. */
function pathOf(name: string): string {
  return name.replaceAll('\\', '/').replace(/^\//u, '').toLowerCase();
}

function textOf(content: Uint8Array): string {
  if (content[0] === 0xff && content[1] === 0xfe) return new TextDecoder('utf-16le').decode(content);
  return strFromU8(content).replace(/^\ufeff/u, '');
}

interface Relation {
  readonly id: string;
  /** The last part of the type: `worksheet`. */
  readonly type: string;
  readonly path: string;
}

function relations(xml: string, folder: string): readonly Relation[] {
  const found: Relation[] = [];
  readElements(xml, {
    open: (name, attributes) => {
      if (name !== 'Relationship') return;
      const { Id = '', Type = '', Target = '' } = attributes();
      const parts = (Target.startsWith('/') ? Target : `/${folder}${Target}`).split('/');
      const path = parts.reduce<string[]>(
        (way, part) => (part === '..' ? way.slice(0, -1) : part === '.' ? way : [...way, part]),
        [],
      );
      found.push({ id: Id, type: Type.replace(/^.*\//u, ''), path: path.join('/').replace(/^\/+/u, '') });
    },
  });
  return found;
}

function sheetsOf(xml: string): {
  readonly sheets: readonly { readonly name: string; readonly id: string; readonly hidden: boolean }[];
  readonly since1904: boolean;
} {
  const sheets: { name: string; id: string; hidden: boolean }[] = [];
  let since1904 = false;
  readElements(xml, {
    open: (name, attributes) => {
      if (name === 'workbookPr') since1904 = /^(?:1|true)$/u.test(attributes()['date1904'] ?? '');
      if (name !== 'sheet') return;
      const { name: title = '', state = '', id = '' } = attributes();
      sheets.push({ name: title, id, hidden: /hidden/iu.test(state) });
    },
  });
  return { sheets, since1904 };
}

/** The texts that cells share, without the readings that stand above Japanese ones. */
function sharedStrings(xml: string): readonly string[] {
  const strings: string[] = [];
  let text = '';
  let [inText, inReading] = [false, false];
  readElements(xml, {
    open: (name) => {
      if (name === 'si') text = '';
      else if (name === 't') inText = true;
      else if (name === 'rPh') inReading = true;
    },
    text: (words) => {
      if (!inText || inReading) return;
      if (text.length + words.length > fileLimits.charactersPerCell) throw new FileTooLarge('file-cell-too-long');
      text += words;
    },
    close: (name) => {
      if (name === 'si') strings.push(unescaped(text));
      else if (name === 't') inText = false;
      else if (name === 'rPh') inReading = false;
    },
  });
  return strings;
}

/** `_x000D_` for a character that XML cannot hold (ECMA-376, ST_Xstring). */
function unescaped(text: string): string {
  return text.replace(/_x([0-9a-f]{4})_/giu, (_all, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** How a number is shown: as a date, or with zeros in front up to so many digits. */
type CellFormat = 'date' | 'plain' | { readonly digits: number };

/** Formats of dates that every workbook knows by their number (ECMA-376, 18.8.30). */
const isDateFormat = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

function cellFormats(xml: string): readonly CellFormat[] {
  const own = new Map<number, string>();
  const formats: CellFormat[] = [];
  let inCells = false;
  readElements(xml, {
    open: (name, attributes) => {
      if (name === 'numFmt') own.set(Number(attributes()['numFmtId']), attributes()['formatCode'] ?? '');
      else if (name === 'cellXfs') inCells = true;
      else if (name === 'xf' && inCells) {
        const id = Number(attributes()['numFmtId'] ?? 0);
        const code = own.get(id);
        const bare = bareFormat(code ?? '');
        if (code === undefined ? isDateFormat(id) : /[ymd]/iu.test(bare)) formats.push('date');
        else formats.push(/^0{2,}$/u.test(bare) ? { digits: bare.length } : 'plain');
      }
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return formats;
}

/** The letters of a format that mean something: no words in quotes or brackets, no character after a mark that takes it as it is. */
function bareFormat(code: string): string {
  let bare = '';
  let until = '';
  for (let at = 0; at < code.length; at++) {
    const mark = code.charAt(at);
    if (until !== '') until = mark === until ? '' : until;
    else if (mark === '"') until = '"';
    else if (mark === '[') until = ']';
    else if (mark === '\\' || mark === '_') at += 1;
    else bare += mark;
  }
  return bare;
}

/** Areas of merged cells that are looked at, each of them against every row. */
const mostMerged = 2_000;

interface Known {
  readonly shared: readonly string[];
  readonly formats: readonly CellFormat[];
  readonly since1904: boolean;
}

function readSheet(xml: string, known: Known, counter: FileCounter): Omit<Sheet, 'name'> {
  const rows = new Map<number, { cells: string[]; hidden: boolean }>();
  const hiddenColumns: number[] = [];
  const merged: string[] = [];
  let row: { cells: string[]; hidden: boolean } = { cells: [], hidden: false };
  let [line, column] = [0, -1];
  let cell: Readonly<Record<string, string>> = {};
  let value = '';
  let [inCell, inValue, inReading] = [false, false, false];
  readElements(xml, {
    open: (name, attributes) => {
      if (name === 'row') {
        const { r, hidden = '' } = attributes();
        line = r === undefined ? line + 1 : Number(r);
        column = -1;
        row = { cells: [], hidden: /^(?:1|true)$/u.test(hidden) };
      } else if (name === 'c') {
        cell = attributes();
        const place = /^\$?([A-Z]{1,3})\$?\d+$/iu.exec(cell['r'] ?? '')?.[1];
        column = place === undefined ? column + 1 : columnOf(place);
        [value, inCell] = ['', true];
      } else if (inCell && (name === 'v' || name === 't')) inValue = true;
      else if (name === 'rPh') inReading = true;
      else if (name === 'col') {
        const { min, max, hidden = '' } = attributes();
        if (/^(?:1|true)$/u.test(hidden))
          for (let at = Math.max(1, Number(min)); at <= Math.min(Number(max), fileLimits.columns); at++)
            hiddenColumns.push(at - 1);
      } else if (name === 'mergeCell' && merged.length < mostMerged) merged.push(attributes()['ref'] ?? '');
    },
    text: (words) => {
      if (!inValue || inReading) return;
      if (value.length + words.length > fileLimits.charactersPerCell) throw new FileTooLarge('file-cell-too-long');
      value += words;
    },
    close: (name) => {
      if (name === 'v' || name === 't') inValue = false;
      else if (name === 'rPh') inReading = false;
      else if (name === 'c') {
        inCell = false;
        const text = cellText(value, cell, known);
        if (text === '') return;
        if (column >= fileLimits.columns) throw new FileTooLarge('file-too-many-columns');
        counter.text(text.length);
        counter.cells(Math.max(0, column + 1 - row.cells.length));
        while (row.cells.length < column) row.cells.push('');
        row.cells[column] = text;
        if (rows.get(line) !== row) counter.row();
        rows.set(line, row);
      }
    },
  });
  for (const area of merged) fillDown(area, rows, counter);
  return {
    rows: [...rows].sort(([a], [b]) => a - b).map(([number, { cells, hidden }]) => ({ line: number, cells, hidden })),
    hiddenColumns,
  };
}

function cellText(
  value: string,
  cell: Readonly<Record<string, string>>,
  { shared, formats, since1904 }: Known,
): string {
  switch (cell['t'] ?? 'n') {
    case 's':
      return shared[Number(value)] ?? '';
    case 'b':
      return value === '1' || value === 'true' ? 'true' : value === '' ? '' : 'false';
    case 'd':
      return value.slice(0, 10);
    case 'n': {
      const number = Number(value);
      if (value.trim() === '' || !Number.isFinite(number)) return value;
      const format = formats[Number(cell['s'] ?? 0)] ?? 'plain';
      if (format === 'date') return dateOf(number, since1904) ?? String(number);
      return format === 'plain' ? String(number) : String(number).padStart(format.digits, '0');
    }
    default:
      return unescaped(value);
  }
}

const dayMilliseconds = 86_400_000;

/** Days since 30 December 1899 (Excel takes 1900 for a leap year), or since 1904 as Macs counted. */
function dateOf(days: number, since1904: boolean): string | undefined {
  const start = since1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
  if (days < 1 || days > 2_958_465) return undefined;
  return new Date(start + Math.floor(days) * dayMilliseconds).toISOString().slice(0, 10);
}

function columnOf(letters: string): number {
  return Array.from(letters.toUpperCase()).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** A cell that is merged downwards holds what it says for each of its rows that has something. */
function fillDown(area: string, rows: Map<number, { cells: string[]; hidden: boolean }>, counter: FileCounter): void {
  const match = /^([A-Z]{1,3})(\d+):([A-Z]{1,3})(\d+)$/iu.exec(area.replaceAll('$', ''));
  if (match === null) return;
  const [column, from, to] = [columnOf(match[1] ?? 'A'), Number(match[2]), Number(match[4])];
  const text = rows.get(from)?.cells[column];
  if (text === undefined || text === '') return;
  for (const [line, { cells }] of rows) {
    if (line <= from || line > to) continue;
    counter.text(text.length);
    counter.cells(Math.max(0, column + 1 - cells.length));
    while (cells.length < column) cells.push('');
    cells[column] = text;
  }
}
