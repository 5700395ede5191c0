import { assert, asyncProperty, constantFrom, array, nat, record, uint8Array, string, oneof } from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { readPeopleTable } from '../../../bot/documents/read-people-table';
import { fileRefusalWords } from '../../../src/people-file/people-issue';
import { readPeopleFile } from '../../../src/people-file/read-people-file';

const reasonOf = async (bytes: Uint8Array, name: string): Promise<string> => {
  const table = await readPeopleTable(bytes, name);
  return table.ok ? `${String(table.value.rows.length)} rows` : table.reason;
};

const workbook = (sheet: string, parts: Readonly<Record<string, string>> = {}): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries({
        '[Content_Types].xml': '<Types/>',
        'xl/workbook.xml': '<workbook><sheets><sheet name="People" sheetId="1" r:id="r1"/></sheets></workbook>',
        'xl/worksheets/sheet1.xml': `<worksheet>${sheet}</worksheet>`,
        ...parts,
      }).map(([path, text]) => [path, strToU8(text)]),
    ),
    { level: 1 },
  );
const rowsOf = (count: number, cells: (line: number) => string): string =>
  `<sheetData>${Array.from({ length: count }, (_, at) => `<row r="${String(at + 1)}">${cells(at + 1)}</row>`).join('')}</sheetData>`;
const text = (words: string): string => `<c t="str"><v>${words}</v></c>`;
const today = '2027-01-12';
const headers = 'id;name;role\n';

describe('a file that asks for more than a table of people may', () => {
  it.each<[string, () => Uint8Array, string, string]>([
    [
      'one cell in the last place of a sheet',
      () => workbook(rowsOf(1, () => '<c r="XFD1048576"><v>1</v></c>')),
      'x.xlsx',
      'file-too-many-columns',
    ],
    ['a row of 501 columns', () => Buffer.from(`${'a;'.repeat(500)}a\n1\n`), 'x.csv', 'file-too-many-columns'],
    [
      'a row below that goes on for 501 columns',
      () => Buffer.from(`${headers}${'1;'.repeat(500)}1\n`),
      'x.csv',
      'file-too-many-columns',
    ],
    ['50,001 rows', () => Buffer.from('id\n' + 'x\n'.repeat(50_000)), 'x.csv', 'file-too-many-rows'],
    ['50,001 rows of a workbook', () => workbook(rowsOf(50_001, () => text('x'))), 'x.xlsx', 'file-too-many-rows'],
    [
      '4,001 rows whose cell is far to the right',
      () => workbook(rowsOf(4_001, (line) => `<c r="SF${String(line)}"><v>1</v></c>`)),
      'x.xlsx',
      'file-too-many-cells',
    ],
    [
      'a cell of twenty million spaces',
      () => workbook(rowsOf(1, () => text(' '.repeat(20_000_000)))),
      'x.xlsx',
      'file-cell-too-long',
    ],
    [
      'a quoted cell over all of the file',
      () => Buffer.from(`${headers}"${'x\n'.repeat(20_000)}";a;b\n`),
      'x.csv',
      'file-cell-too-long',
    ],
    [
      'a record of more than a million characters',
      () => Buffer.from(`${headers}"${'x\n'.repeat(600_000)}";a;b\n`),
      'x.csv',
      'file-cell-too-long',
    ],
    [
      'a long text that 3,200 cells share',
      () =>
        workbook(
          rowsOf(3_200, () => '<c t="s"><v>0</v></c>'),
          { 'xl/sharedStrings.xml': `<sst><si><t>${'x'.repeat(32_000)}</t></si></sst>` },
        ),
      'x.xlsx',
      'file-too-much-text',
    ],
    [
      'a long text that is merged down over 3,200 rows',
      () =>
        workbook(
          `${rowsOf(3_200, (line) => (line === 1 ? text('x'.repeat(32_000)) : `<c/>${text('y')}`))}<mergeCells><mergeCell ref="A1:A9999"/></mergeCells>`,
        ),
      'x.xlsx',
      'file-too-much-text',
    ],
    [
      '2,001 parts',
      () => workbook('', Object.fromEntries(Array.from({ length: 2_001 }, (_, at) => [`xl/media/${String(at)}`, '']))),
      'x.xlsx',
      'file-too-many-parts',
    ],
    [
      'entities of its own',
      () =>
        workbook('', {
          'xl/workbook.xml': '<!DOCTYPE w [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><workbook>&b;</workbook>',
        }),
      'x.xlsx',
      'file-broken',
    ],
  ])('is refused: %s', async (_name, bytes, name, reason) => {
    expect(await reasonOf(bytes(), name)).toBe(reason);
  });

  it('is refused where a part unpacks to more than it says', async () => {
    const bomb = Buffer.from(workbook(rowsOf(3_000, () => text('Ada'))));
    const directory = bomb.lastIndexOf('PK\u0001\u0002', undefined, 'latin1');
    bomb.writeUInt32LE(1, directory + 24);
    expect(await reasonOf(bomb, 'x.xlsx')).toBe('file-broken');
  });

  it.each<[string, () => Uint8Array, string, string]>([
    ['a megabyte of blank lines', () => Buffer.from('\n'.repeat(1_000_000)), 'x.csv', 'file-empty'],
    [
      'separators to the end of the sheet',
      () => Buffer.from(`${headers}1;Ada;mentor\n${';;\n'.repeat(300_000)}`),
      'x.csv',
      '1 rows',
    ],
    [
      'a cell in the last row of a sheet',
      () => workbook(rowsOf(1, () => `${text('id')}<c r="A1048576"><v>1</v></c>`)),
      'x.xlsx',
      '0 rows',
    ],
    [
      'twenty million spaces between two rows',
      () => workbook(`<sheetData><row>${text('id')}</row>${' '.repeat(20_000_000)}<row>${text('1')}</row></sheetData>`),
      'x.xlsx',
      '1 rows',
    ],
  ])('is read where it holds little: %s', async (_name, bytes, name, answer) => {
    expect(await reasonOf(bytes(), name)).toBe(answer);
  });

  it('says the number of the limit in both languages', () => {
    expect(fileRefusalWords('file-too-many-columns').en).toContain('more than 500 columns');
    expect(fileRefusalWords('file-too-many-columns').fr).toContain('plus de 500 colonnes');
  });
});

describe('a file whose rows ask for much work', () => {
  const read = async (csv: string): Promise<readonly [number, number]> => {
    const people = await readPeopleFile({ bytes: Buffer.from(csv), fileName: 'x.csv', today }, readPeopleTable);
    return people.ok ? [people.value.mapped.people.length, people.value.mapped.rejected.length] : [-1, -1];
  };

  it('is read: 400 people with 400 goals of their own each', async () => {
    const goals = (person: number): string =>
      Array.from({ length: 400 }, (_, at) => `jardin numéro ${String(at)} de ${String(person)}`).join(', ');
    const rows = Array.from({ length: 400 }, (_, at) => `${String(at)};Ada;mentee;${goals(at)}\n`).join('');
    expect(await read(`id;name;role;goals\n${rows}`)).toEqual([400, 0]);
  });

  it('is read: 20,000 rows that are too short, and each of them is told', async () => {
    const rows = Array.from({ length: 20_000 }, (_, at) => `${String(at)};A\n`).join('');
    expect(await read(headers + rows)).toEqual([0, 20_000]);
  });
});

describe('whatever the bytes are', () => {
  const whole = workbook(
    `<cols><col min="1" max="3" hidden="0"/></cols>${rowsOf(4, (line) => (line === 1 ? ['id', 'name', 'role'] : [`E${String(line)}`, 'Zoé', 'mentor']).map(text).join(''))}<mergeCells><mergeCell ref="A1:A2"/></mergeCells>`,
    {
      'xl/sharedStrings.xml': '<sst><si><t>a</t></si></sst>',
      'xl/styles.xml': '<styleSheet><cellXfs><xf numFmtId="14"/></cellXfs></styleSheet>',
    },
  );
  const csv = Buffer.from(`${headers}E1;"Zoé; Ann";mentor\nE2;Bo;mentee\n`);
  const isValue = async (bytes: Uint8Array, fileName: string): Promise<void> => {
    const people = await readPeopleFile({ bytes, fileName, today }, readPeopleTable);
    expect(people.ok ? people.value.mapped.rows >= 0 : fileRefusalWords(people.reason).fr !== '').toBe(true);
  };
  const damaged = (file: Uint8Array, changes: readonly { at: number; byte: number }[], cut: number): Uint8Array => {
    const bytes = Uint8Array.from(file);
    for (const { at, byte } of changes) bytes[at % bytes.length] = byte;
    return bytes.slice(0, bytes.length - (cut % 4 === 0 ? cut % bytes.length : 0));
  };
  const changes = array(record({ at: nat(100_000), byte: nat(255) }), { minLength: 1, maxLength: 12 });

  it('the answer is a value: of a workbook with bytes that changed', async () => {
    await assert(
      asyncProperty(changes, nat(2_000), async (changed, cut) => isValue(damaged(whole, changed, cut), 'x.xlsx')),
      { numRuns: 150 },
    );
  });

  it('the answer is a value: of a workbook whose sheet says anything', async () => {
    const piece = constantFrom(
      '<row>',
      '</row>',
      '<row r="-1">',
      '<row r="x" hidden="1">',
      '<c r="ZZZ9"/>',
      '<c t="s"><v>9</v></c>',
      '<c t="d"><v>x</v></c>',
      '<c s="7"><v>1e400</v></c>',
      '<c><is><t>a&#xffffff;&nope;</t></is></c>',
      '<mergeCell ref="A9:A1"/>',
      '<mergeCell ref="A1:XFD1048576"/>',
      '<col min="-9" max="1e9" hidden="1"/>',
      '<![CDATA[x]]>',
      '<!-- -->',
      '<',
      '&',
      ' ',
    );
    await assert(
      asyncProperty(array(oneof(piece, string()), { maxLength: 30 }), async (pieces) =>
        isValue(
          workbook(`<sheetData><row>${text('id')}${text('name')}${text('role')}</row>${pieces.join('')}</sheetData>`),
          'x.xlsx',
        ),
      ),
      { numRuns: 150 },
    );
  });

  it('the answer is a value: of a CSV with bytes that changed, and of any bytes', async () => {
    await assert(
      asyncProperty(changes, nat(200), async (changed, cut) => isValue(damaged(csv, changed, cut), 'x.csv')),
      { numRuns: 200 },
    );
    await assert(
      asyncProperty(uint8Array({ maxLength: 300 }), async (bytes) => isValue(bytes, 'x.csv')),
      { numRuns: 200 },
    );
  });
});
