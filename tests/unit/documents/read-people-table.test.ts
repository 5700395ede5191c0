import { strToU8, zipSync } from 'fflate';
import writeXlsxFile from 'write-excel-file/node';
import { readPeopleTable } from '../../../bot/documents/read-people-table';

const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1');
const read = async (bytes: Uint8Array, name = 'people.csv'): Promise<unknown> => {
  const table = await readPeopleTable(bytes, name);
  return table.ok ? [table.value.headers, ...table.value.rows.map((row) => row.cells)] : table.reason;
};

describe('reading a people table', () => {
  const table = [
    ['Prénom', 'Rôle'],
    ['Zoé', 'les deux'],
  ];

  it.each([
    ['UTF-8', Buffer.from('Prénom;Rôle\r\nZoé;les deux\r\n')],
    ['UTF-8 with its mark', Buffer.from('\ufeffPrénom,Rôle\nZoé,les deux')],
    ['Windows-1252', latin1('Prénom;Rôle\r\nZoé;les deux\r\n')],
    ['UTF-16 with its mark', Buffer.from('\ufeffPrénom\tRôle\nZoé\tles deux\n', 'utf16le')],
    ['UTF-16 of the other byte order', Buffer.from('\ufeffPrénom\tRôle\nZoé\tles deux\n', 'utf16le').swap16()],
    ['UTF-16 without its mark', Buffer.from('Prénom\tRôle\nZoé\tles deux\n', 'utf16le')],
    ['bars', Buffer.from('Prénom|Rôle\nZoé|les deux\n')],
    ['headers with marks nobody sees', Buffer.from('\u200bPre\u0301nom;\u001bRôle\u00a0\nZoé;les deux\n')],
    ['a separator line', Buffer.from('sep=;\nPrénom;Rôle\nZoé;les deux\n')],
    ['quoted headers', Buffer.from('"Prénom";"Rôle"\n"Zoé";"les deux"\n')],
  ])('reads %s', async (_name, bytes) => {
    expect(await read(bytes)).toEqual(table);
  });

  it('knows the euro and the typographic apostrophe of Windows-1252', async () => {
    expect(
      await read(Buffer.concat([latin1('a;b\nPrim'), Buffer.from([0xe9, 0x20, 0x92, 0x80, 0x9c]), latin1(';x')])),
    ).toEqual([
      ['a', 'b'],
      ['Primé ’€œ', 'x'],
    ]);
  });

  it.each([
    ['a list without quotes', 'id,name,languages\n1,Ada,fr;en;de;es\n2,Bo,fr;en\n', ',', 3],
    ['a title with commas above the headers', 'Export RH, Lyon, mars 2026\n\nid;name;role\n1;Ada;mentor\n', ';', 3],
    [
      'long titles with commas',
      `${`Export, RH, ${'x'.repeat(12_000)}\n`.repeat(5)}${'1;Ada;mentor\n'.repeat(50)}`,
      ';',
      3,
    ],
    ['names with commas', 'id;name;role\n1;Lô, Ada, Dr;mentor\n2;Ek, Bo;mentee\n', ';', 3],
  ])('finds the separator in spite of %s', async (_name, text, _separator, columns) => {
    const result = await readPeopleTable(Buffer.from(text), 'x.csv');
    expect(result.ok && result.value.rows.at(-1)?.cells).toHaveLength(columns);
  });

  it('passes over an empty first sheet and keeps the other sheets at hand', async () => {
    const bytes = await writeXlsxFile([
      { sheet: 'Vide', data: [] },
      { sheet: 'Lisez-moi', data: [[{ value: 'Mode d’emploi' }]] },
      { sheet: 'Personnes', data: [[{ value: 'id' }, { value: 'name' }]] },
    ]).toBuffer();
    const result = await readPeopleTable(bytes, 'people.xlsx');
    expect(result.ok && [result.value.sheet, result.value.otherSheets?.map(({ headers }) => headers)]).toEqual([
      'Lisez-moi',
      [['id', 'name']],
    ]);
  });

  it('counts rows as a spreadsheet does, empty lines and lines within quotes included', async () => {
    const result = await readPeopleTable(Buffer.from('id;name\n1;"A\nB"\n\n2;C\n'), 'x.csv');
    expect(result.ok && result.value.rows.map((row) => row.line)).toEqual([2, 4]);
  });

  it('reads the first sheet of a workbook, numbers and yes or no as text', async () => {
    const bytes = await writeXlsxFile([
      [{ value: 'Matricule' }, { value: 'Prénom' }],
      [{ value: 1001, type: Number }, { value: 'Zoé' }],
    ]).toBuffer();
    expect(await read(bytes, 'people.xlsx')).toEqual([
      ['Matricule', 'Prénom'],
      ['1001', 'Zoé'],
    ]);
    expect(await read(bytes, 'people.csv')).toBe('file-not-what-it-says');
  });

  const office = { '[Content_Types].xml': strToU8('<Types/>'), 'xl/workbook.xml': strToU8('<workbook/>') };
  it.each<[string, Uint8Array, string, string]>([
    ['an empty file', new Uint8Array(), 'x.csv', 'file-empty'],
    ['blank lines only', Buffer.from('\n \n'), 'x.csv', 'file-empty'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1]), 'x.csv', 'file-not-a-table'],
    ['a PDF', Buffer.from('%PDF-1.7 ...'), 'x.csv', 'file-not-a-table'],
    [
      'a web page that calls itself a workbook',
      Buffer.from('<html><table><tr><td>id</td></tr></table>'),
      'x.xls',
      'file-not-a-table',
    ],
    ['text called XLSX', Buffer.from('a;b\n1;2'), 'x.xlsx', 'file-not-what-it-says'],
    ['an old workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2]), 'x.xls', 'file-old-excel'],
    ['a workbook with macros', zipSync({ ...office, 'xl/vbaProject.bin': strToU8('x') }), 'x.xlsx', 'file-macros'],
    ['another kind of archive', zipSync({ 'readme.txt': strToU8('x') }), 'x.xlsx', 'file-not-a-table'],
    ['a broken workbook', zipSync(office), 'x.xlsx', 'file-broken'],
    ['a cut archive', zipSync(office).slice(0, 60), 'x.xlsx', 'file-broken'],
    ['a quote never closed', Buffer.from('a;b\n"1;2\n3;4\n'), 'x.csv', 'file-broken-quotes'],
    ['more than 20 MB', new Uint8Array(20 * 1024 * 1024 + 1), 'x.csv', 'file-too-large'],
  ])('refuses %s', async (_name, bytes, name, reason) => {
    expect(await read(bytes, name)).toBe(reason);
  });

  it('refuses a small archive that says it unpacks to more than 200 MB', async () => {
    const bomb = Buffer.from(zipSync(office));
    bomb.writeUInt32LE(201 * 1024 * 1024, bomb.lastIndexOf('PK\u0001\u0002', undefined, 'latin1') + 24);
    expect(await read(bomb, 'x.xlsx')).toBe('file-too-large');
  });
});
