import { strToU8, zipSync } from 'fflate';
import { readExport } from './read-export';

const cells = [
  ['ID', 'Name', 'Role', 'Manager', 'Site'],
  ['1', 'Noor Abara', 'mentor', 'Tomas Ruiz', 'Lyon'],
  ['2', 'Tomas Ruiz', 'mentee', '', 'Paris'],
  ['3', 'Ida Keller', 'mentor', 'Lena Vogt', 'Lyon'],
  ['4', 'Lena Vogt', 'mentee', '', 'Paris'],
];
const pairs = ['Ida Keller → Tomas Ruiz', 'Noor Abara → Lena Vogt'];
const inline = (text: string, attributes = ''): string =>
  text === '' ? `<c${attributes}/>` : `<c${attributes} t="inlineStr"><is><t>${text}</t></is></c>`;
const place = (row: number, column: number): string => ` r="${String.fromCharCode(65 + column)}${String(row + 1)}"`;
const sheetOf = (rows: readonly (readonly string[])[], row: (index: number) => string = () => '', rest = ''): string =>
  `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${rest.startsWith('<cols') ? rest : ''}<sheetData>${rows
    .map(
      (line, at) =>
        `<row r="${String(at + 1)}"${row(at)}>${line.map((text, column) => (text === '' ? '' : inline(text, place(at, column)))).join('')}</row>`,
    )
    .join('')}</sheetData>${rest.startsWith('<cols') ? '' : rest}</worksheet>`;
const workbook = (sheet: string, more: Readonly<Record<string, string>> = {}): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries({
        '[Content_Types].xml': '<Types/>',
        'xl/workbook.xml':
          '<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="People" sheetId="1" r:id="rId1"/></sheets></workbook>',
        'xl/_rels/workbook.xml.rels':
          '<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        'xl/worksheets/sheet1.xml': sheet,
        ...more,
      }).map(([name, content]) => [name, strToU8(content)]),
    ),
  );
const read = (sheet: string, more: Readonly<Record<string, string>> = {}): ReturnType<typeof readExport> =>
  readExport(workbook(sheet, more), 'people.xlsx');

describe('a workbook of any writer', () => {
  const bare = `<sheetData>${cells.map((line) => `<row>${line.map((text) => inline(text)).join('')}</row>`).join('')}</sheetData>`;
  const shared = [...new Set(cells.flat())];
  it.each<[string, string, Record<string, string>]>([
    ['inline texts with their places', sheetOf(cells), {}],
    ['neither rows nor cells with a place', `<worksheet>${bare}</worksheet>`, {}],
    [
      'a prefix before every name',
      `<x:worksheet xmlns:x="u">${bare.replaceAll(/<(\/?)/gu, '<$1x:')}</x:worksheet>`,
      {},
    ],
    [
      'shared texts, some in parts and some with a reading above',
      `<worksheet><sheetData>${cells.map((line) => `<row>${line.map((text) => `<c t="s"><v>${String(shared.indexOf(text))}</v></c>`).join('')}</row>`).join('')}</sheetData></worksheet>`,
      {
        'xl/sharedStrings.xml': `<sst>${shared.map((text) => `<si><r><t>${text.slice(0, 2)}</t></r><r><t xml:space="preserve">${text.slice(2)}</t></r><rPh><t>ヨミ</t></rPh></si>`).join('')}</sst>`,
      },
    ],
    [
      'parts in folders of its own',
      'unused',
      {
        '_rels/.rels':
          '<Relationships><Relationship Id="a" Type="x/officeDocument" Target="/xl/book.xml"/></Relationships>',
        'xl/book.xml': '<workbook xmlns:r="r"><sheets><sheet name="P" r:id="q"/></sheets></workbook>',
        'xl/_rels/book.xml.rels':
          '<Relationships><Relationship Id="q" Type="x/worksheet" Target="../data/one.xml"/></Relationships>',
        'data/one.xml': sheetOf(cells),
      },
    ],
  ])('is read: %s', async (_name, sheet, more) => {
    const { rejected, pairs: formed } = await read(sheet, more);
    expect(rejected).toEqual([]);
    expect([...formed].sort()).toEqual(pairs);
  });

  it('has numbers as they are shown, dates, and yes or no', async () => {
    const styles =
      '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="00000"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="14"/></cellXfs></styleSheet>';
    const row =
      '<row><c s="1"><v>42</v></c><c t="str"><v>Noor Abara</v></c><c t="str"><v>mentor</v></c><c t="b"><v>1</v></c><c s="2"><v>46082</v></c></row>';
    const head = `<row>${['ID', 'Name', 'Role', 'Guest', 'Team'].map((text) => inline(text)).join('')}</row>`;
    const { people } = await read(`<worksheet><sheetData>${head}${row}</sheetData></worksheet>`, {
      'xl/styles.xml': styles,
    });
    expect(people).toMatchObject([{ id: '00042', guest: true, team: '2026-03-01' }]);
  });

  it('leaves hidden rows out, says how many, and keeps whom they manage', async () => {
    const line = [
      ['5', 'Mara Lind', 'mentee', 'Tomas Ruiz', ''],
      ['6', 'Otto Berg', 'mentor', 'Mara Lind', ''],
    ];
    const { told, people, reportingLines, rejected } = await read(
      sheetOf([...cells, ...line], (at) => (at === 5 ? ' hidden="1"' : '')),
    );
    expect(rejected).toEqual([]);
    expect(people.map(({ id }) => id)).toEqual(['1', '2', '3', '4', '6']);
    expect(told).toContain('hidden-left-out ');
    expect([reportingLines.get('6'), reportingLines.get('5')]).toEqual(['5', '2']);
  });

  it('says which hidden columns are read', async () => {
    const { told } = await read(sheetOf(cells, () => '', '<cols><col min="1" max="1" hidden="1"/></cols>'));
    expect(told).toContain('hidden-column-read ID');
  });

  it('has what is merged downwards in each of the rows', async () => {
    const merged = cells.map((line, at) => (at === 2 ? [...line.slice(0, 4), ''] : line));
    const { people } = await read(sheetOf(merged, () => '', '<mergeCells><mergeCell ref="E2:E3"/></mergeCells>'));
    expect(people.map(({ site }) => site)).toEqual(['Lyon', 'Lyon', 'Lyon', 'Paris']);
  });
});

describe('a table that is not as tidy as it should be', () => {
  const csv = (lines: readonly (readonly string[])[]): string => lines.map((line) => line.join(';')).join('\n');

  it('has headers below others that group them', async () => {
    const head = ['Employee;;;Line manager;', 'ID;Name;Role;ID;Name'];
    const rows = [
      '1;Noor Abara;mentor;2;Tomas Ruiz',
      '2;Tomas Ruiz;mentee;;',
      '3;Ida Keller;mentor;4;Lena Vogt',
      '4;Lena Vogt;mentee;;',
    ];
    const { rejected, pairs: formed } = await readExport([...head, ...rows].join('\n'));
    expect(rejected).toEqual([]);
    expect([...formed].sort()).toEqual(pairs);
  });

  it.each(['Total;4;;;', 'TOTAL : 4;;;;', 'Sous-total;;4;;', 'Summe;4;;;', '合計;4;;;'])(
    'ends with “%s”, which is nobody',
    async (total) => {
      const { people, rejected, told, nameless } = await readExport(`${csv(cells)}\n${total}\n`);
      expect([people.length, rejected, nameless]).toEqual([4, [], 0]);
      expect(told).toContain('total-not-read ');
    },
  );

  it('has a row that a line end within a cell cut in two: both halves are refused', async () => {
    const { rejected, people } = await readExport(`${csv(cells)}\n5;Otto\nBerg;mentor;Lena Vogt;Lyon\n`);
    expect(rejected).toMatchObject([
      { row: 6, reason: 'cut-short' },
      { row: 7, reason: 'cut-short' },
    ]);
    expect(people).toHaveLength(4);
  });

  it('has a row with too few cells: it is taken, and that is told', async () => {
    const { told, people } = await readExport(`${csv(cells)}\n5;Otto Berg;mentor;Lena Vogt\n`);
    expect(people).toHaveLength(5);
    expect(told).toContain('too-few-cells ');
  });
});
