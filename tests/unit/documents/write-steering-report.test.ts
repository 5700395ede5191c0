import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeBoardReport } from '../../../bot/documents/write-board-report';
import { writeSteeringReport } from '../../../bot/documents/write-steering-report';
import type { Language } from '../../../src/language/languages';
import { aReport } from '../../helpers/factories/board-report';
import { someSteering } from '../../helpers/factories/progress';

const now = '2027-04-15T08:00:00.000Z';
const written = async (language: Language, steering = someSteering(language)): Promise<string> =>
  Buffer.from(await writeSteeringReport(steering, { language, now })).toString('latin1');

/** How many elements of a kind the structure of a PDF has. */
const elements = (pdf: string, kind: string): number => pdf.split(`/S /${kind}\n`).length - 1;

describe('the month as a PDF', () => {
  it.each(['fr', 'en'] as const)('can be read aloud, on one page (%s)', async (language) => {
    const pdf = await written(language);
    expect(pdf).toContain(`/Lang (${language === 'fr' ? 'fr-FR' : 'en-GB'})`);
    expect(pdf).toContain('/Marked true');
    expect(['H1', 'H2', 'L', 'LI', 'Table', 'TR', 'TH', 'TD', 'Figure'].map((kind) => elements(pdf, kind))).toEqual([
      1, 4, 3, 9, 1, 7, 3, 18, 1,
    ]);
    expect(pdf).toMatch(/\/Alt \(/u);
    expect(pdf.split('/Type /Page\n').length - 1).toBe(1);
  });

  it('has no table where no hour was planned, and says that nothing is to be decided', async () => {
    const hours = { words: 'No hour was planned yet', held: 0, planned: 0, months: [] };
    const pdf = await written('en', someSteering('en', { decisions: [], hours, targets: [], moves: [] }));
    expect([elements(pdf, 'Table'), elements(pdf, 'Figure'), elements(pdf, 'LI')]).toEqual([0, 0, 0]);
  });

  it('goes on to a second page where the decisions are many, its table whole on one of them', async () => {
    const words = 'A decision that is wanted, told in a sentence that goes on '.repeat(3).trim();
    const decisions = Array.from({ length: 15 }, () => ({ decision: 'quiet' as const, count: 1, words }));
    const pdf = await written('en', someSteering('en', { decisions }));
    expect(pdf.split('/Type /Page\n').length - 1).toBe(2);
  });
});

/** Poppler and qpdf read files of strangers: where they are installed, ours too. */
const readers = ['qpdf', 'pdftotext'].every((tool) => spawnSync(tool, ['--version']).error === undefined);
const withReaders = readers ? describe : describe.skip;

withReaders('a PDF as other programs read it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'passerelle-pdf-'));
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  const textOf = (name: string, bytes: Uint8Array): string => {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    execFileSync('qpdf', ['--check', path]);
    return execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' });
  };

  it.each(['fr', 'en'] as const)('the month is whole, word for word (%s)', async (language) => {
    const steering = someSteering(language);
    const text = textOf(`month-${language}.pdf`, await writeSteeringReport(steering, { language, now }));
    const flat = text.replace(/[\s\u00a0]+/gu, ' ');
    const said = [
      steering.date,
      steering.hours.words,
      ...steering.decisions.map(({ words }) => words),
      ...steering.moves,
    ];
    for (const words of said) expect(flat).toContain(words.replace(/[\s\u00a0]+/gu, ' '));
    expect(text).toMatch(/3\s+17\s+21/u);
  });

  it.each([
    ['fr', 'Changement'],
    ['en', 'Change'],
  ] as const)('the report to the board too, no head of its table broken (%s)', async (language, head) => {
    const text = textOf(`board-${language}.pdf`, await writeBoardReport(aReport(), { language, now }));
    expect(text).toMatch(new RegExp(`${head} +`, 'u'));
    expect(text).toContain(language === 'fr' ? '+0,6' : '+0.6');
  });
});
