import { strFromU8, unzipSync } from 'fflate';
import { countFile } from '../../../bot/documents/file-limits';
import { readWorkbook, type Sheet } from '../../../bot/documents/read-workbook';
import { writeResultsWorkbook } from '../../../bot/documents/write-results-workbook';
import { columnName, figureColumns } from '../../../src/insight/describe-figure';
import { listFigures } from '../../../src/insight/list-figures';
import { listMovesLines } from '../../../src/hr-page/list-moves-lines';
import type { Language } from '../../../src/language/languages';
import { someMoves } from '../../helpers/factories/moves';
import { closedResults, firstChangeInFile } from '../../helpers/factories/results';

const now = '2027-07-01T08:00:00.000Z';
const taken = {
  name: { fr: 'Passages', en: 'Passages' },
  timeZone: 'Europe/Paris',
  figures: listFigures(closedResults()),
  own: [],
  others: [],
  thresholds: { scores: 5, comments: 10 },
  comments: [],
};

async function written(language: Language): Promise<{ bytes: Uint8Array; sheets: readonly Sheet[] }> {
  const bytes = await writeResultsWorkbook(taken, { language, now });
  return { bytes, sheets: readWorkbook(bytes, countFile()) };
}

const cellsOf = (sheet: Sheet | undefined): readonly (readonly string[])[] =>
  sheet?.rows.map(({ cells }) => cells) ?? [];

describe('the workbook of results', () => {
  it('has a sheet for each kind of figure and one that explains, in both languages', async () => {
    expect((await written('en')).sheets.map(({ name }) => name)).toEqual([
      'Changes',
      'Shares',
      'Would do it again',
      'Means',
      'About',
    ]);
    expect((await written('fr')).sheets.map(({ name }) => name)).toEqual([
      'Changements',
      'Parts',
      'Recommencer',
      'Moyennes',
      'À propos',
    ]);
  });

  it('holds each figure once, with its number as it was frozen', async () => {
    const { sheets } = await written('en');
    const values = sheets.slice(0, 4).flatMap((sheet) => {
      const [head = [], ...rows] = cellsOf(sheet);
      const place = head.indexOf('Value');
      return rows.map((row) => Number(row[place]));
    });
    const sorted = (numbers: readonly number[]): readonly number[] => numbers.toSorted((a, b) => a - b);
    expect(sorted(values)).toEqual(sorted(taken.figures.map(({ value }) => value)));
  });

  it('has all that goes with a change on its line', async () => {
    const [head, first] = cellsOf((await written('en')).sheets[0]);
    expect(head).toEqual(
      figureColumns
        .filter((column) => column !== 'cut' && column !== 'answer')
        .map((column) => columnName(column, 'en')),
    );
    expect(first?.slice(4)).toEqual([...firstChangeInFile]);
  });

  it('keeps the heads of its figures in sight, and writes numbers as numbers', async () => {
    const files = unzipSync((await written('en')).bytes);
    const sheet = strFromU8(files['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    expect(sheet).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/u);
    expect(sheet).toContain('<v>0.62</v>');
    expect(strFromU8(files['xl/styles.xml'] ?? new Uint8Array())).toContain('formatCode="+0.00;-0.00;0.00"');
  });

  it('writes who left and who moved as shares, and their difference in points with its sign', async () => {
    const bytes = await writeResultsWorkbook(
      { ...taken, others: [listMovesLines(someMoves(), 'en')] },
      { language: 'en', now },
    );
    const files = unzipSync(bytes);
    const textOf = (name: string): string => strFromU8(files[name] ?? new Uint8Array());
    const place = readWorkbook(bytes, countFile()).findIndex(({ name }) => name === 'Retention and moves');
    const sheet = textOf(`xl/worksheets/sheet${String(place + 1)}.xml`);
    const styles = textOf('xl/styles.xml');
    /** The number format of the cell that holds a value. */
    const formatOf = (value: string): string | undefined => {
      const style = Number(new RegExp(`s="(\\d+)"[^>]*><v>${value}</v>`, 'u').exec(sheet)?.[1]);
      const [, cells = ''] = styles.split('<cellXfs');
      const format = /numFmtId="(\d+)"/u.exec(cells.split('<xf ')[style + 1] ?? '')?.[1] ?? '';
      return new RegExp(`numFmtId="${format}" formatCode="([^"]*)"`, 'u').exec(styles)?.[1];
    };
    expect([formatOf('0.125'), formatOf('-17.5'), formatOf('48')]).toEqual(['0.0%', '+0.0;-0.0;0.0', '0']);
  });

  it('says what each column means, for whom nothing is shown, and of which programme and day it is', async () => {
    const lines = cellsOf((await written('fr')).sheets.at(-1));
    expect(lines[0]).toEqual(['Programme', 'Passages']);
    expect(lines[1]).toEqual(['En date du', '1er juillet 2027']);
    expect(lines.filter(([name]) => figureColumns.some((column) => columnName(column, 'fr') === name)).length).toBe(
      figureColumns.length,
    );
    expect(lines.flat().join(' ')).toContain(
      'Un chiffre demande 5 réponses, le courage et la sécurité 10, les commentaires 10',
    );
  });

  it('shows the name of a group that looks like a formula as text', async () => {
    const cut = '=1+1';
    const figures = taken.figures.map((line) => (line.cut === undefined ? line : { ...line, cut }));
    const bytes = await writeResultsWorkbook({ ...taken, figures }, { language: 'en', now });
    expect(cellsOf(readWorkbook(bytes, countFile())[3]).flat()).toContain(cut);
    expect(strFromU8(unzipSync(bytes)['xl/worksheets/sheet4.xml'] ?? new Uint8Array())).not.toContain('<f>');
  });

  it('has the comments on a sheet of their own, each as the text it is, and no such sheet where none are told', async () => {
    const texts = [
      '=HYPERLINK("http://x")',
      '+1',
      '@a',
      '<script>&amp;</script> **bold**',
      'one\ntwo',
      'x'.repeat(4000),
    ];
    const of = { round: 'closing', instrument: 'closing' } as const;
    const question = { id: 'own-why', words: { fr: '=Pourquoi', en: '=Why' } };
    const bytes = await writeResultsWorkbook(
      {
        ...taken,
        comments: [
          { ...of, texts: [...texts] },
          { ...of, question, texts: ['Because'] },
        ],
      },
      { language: 'en', now },
    );
    const sheets = readWorkbook(bytes, countFile());
    const sheet = sheets.find(({ name }) => name === 'Comments');
    expect(cellsOf(sheet)).toEqual([
      ['Survey', 'Question', 'comment'],
      ...texts.map((text) => ['At the end', '', text]),
      ['At the end', '=Why', 'Because'],
    ]);
    const place = sheets.findIndex(({ name }) => name === 'Comments') + 1;
    const file = strFromU8(unzipSync(bytes)[`xl/worksheets/sheet${String(place)}.xml`] ?? new Uint8Array());
    expect(file).toContain('<c ');
    expect(file).not.toContain('<f>');
  });
});
