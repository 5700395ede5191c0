import { writeBoardReport } from '../../../bot/documents/write-board-report';
import type { BoardReport } from '../../../src/hr-page/read-board-report';
import { movesWords } from '../../../src/hr-page/moves-words';
import type { Language } from '../../../src/language/languages';
import { someMoves } from '../../helpers/factories/moves';
import { somePilot } from '../../helpers/factories/pilot';
import { aReport } from '../../helpers/factories/board-report';

async function written(report: BoardReport, language: Language): Promise<string> {
  const bytes = await writeBoardReport(report, { language, now: '2027-07-01T08:00:00.000Z' });
  return Buffer.from(bytes).toString('latin1');
}

/** How many elements of a kind the structure of a PDF has. */
const elements = (pdf: string, kind: string): number => pdf.split(`/S /${kind}\n`).length - 1;

/** All that may be told of two periods. */
const allMoves = (language: Language): readonly string[] => {
  const told = someMoves().told.flatMap((figure) => ([6, 12] as const).map((months) => ({ ...figure, months })));
  return movesWords({ told }, language);
};

describe('the report to the board as a PDF', () => {
  it.each(['fr', 'en'] as const)(
    'can be read aloud: language, title, headings, lists, table and picture (%s)',
    async (language) => {
      const pdf = await written(aReport(), language);
      expect(pdf).toContain(`/Lang (${language === 'fr' ? 'fr-FR' : 'en-GB'})`);
      expect(pdf).toContain('/Marked true');
      expect(pdf).toContain('/DisplayDocTitle true');
      expect(
        ['Document', 'H1', 'H2', 'L', 'LI', 'Table', 'TR', 'TH', 'TD', 'Figure'].map((kind) => [
          kind,
          elements(pdf, kind),
        ]),
      ).toEqual([
        ['Document', 1],
        ['H1', 1],
        ['H2', 4],
        ['L', 3],
        ['LI', 8],
        ['Table', 1],
        ['TR', 5],
        ['TH', 4],
        ['TD', 16],
        ['Figure', 1],
      ]);
      expect(pdf).toMatch(/\/Alt \(/u);
    },
  );

  it('is one A4 page that brings its fonts', async () => {
    const pdf = await written(aReport(), 'fr');
    expect(pdf.split('/Type /Page\n').length - 1).toBe(1);
    expect(pdf).toContain('/MediaBox [0 0 595.28 841.89]');
    expect(pdf.split('/FontFile2').length - 1).toBe(2);
    expect(pdf).not.toContain('/Helvetica');
  });

  it('has no line for what is hidden, and no heading for what is not there', async () => {
    const none = { ...aReport({ objectives: [] }), changes: [], again: [] };
    const pdf = await written(none, 'en');
    expect([elements(pdf, 'LI'), elements(pdf, 'H2'), elements(pdf, 'Table'), elements(pdf, 'Figure')]).toEqual([
      4, 1, 0, 0,
    ]);
  });

  it('has the rule of a pilot with its conditions', async () => {
    const report = aReport();
    const [without, full] = [await written(report, 'fr'), await written({ ...report, ...somePilot('fr') }, 'fr')];
    expect(elements(full, 'LI') - elements(without, 'LI')).toBe(5);
    expect(elements(full, 'H2') - elements(without, 'H2')).toBe(1);
  });

  it('has who left and who moved, where it may be told', async () => {
    const report = aReport();
    const moves = movesWords(someMoves(), 'fr');
    const [without, full] = [await written(report, 'fr'), await written({ ...report, moves }, 'fr')];
    expect(elements(full, 'LI') - elements(without, 'LI')).toBe(2);
    expect(elements(full, 'H2') - elements(without, 'H2')).toBe(1);
  });

  it.each([{}, somePilot('fr'), { ...somePilot('fr'), moves: allMoves('fr') }])(
    'stays on one page with five long objectives',
    async (pilot) => {
      const long = 'w'.repeat(14);
      const wording = { fr: `${long} `.repeat(20).trim(), en: `${long} `.repeat(20).trim() };
      const objective = { kind: 'own', wording, measure: wording, unit: '%', baseline: 1, target: 2 } as const;
      const pdf = await written(
        { ...aReport({ objectives: Array.from({ length: 5 }, () => objective) }, 5), ...pilot },
        'fr',
      );
      expect(pdf.split('/Type /Page\n').length - 1).toBe(1);
    },
  );
});
