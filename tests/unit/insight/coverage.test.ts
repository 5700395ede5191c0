import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { simulateRound } from '../../../src/insight/simulator/simulate-round';
import { rounds } from '../../../src/insight/simulator/measure-coverage';
import { trueChange } from '../../../src/insight/simulator/simulated-round';
import {
  fewestRounds,
  listComparedCoverage,
  listCoverage,
  sizes,
  tabulateComparedCoverage,
  tabulateCoverage,
  type CaseCoverage,
} from '../../../src/insight/simulator/tabulate-coverage';

const atRandom = 'missing at random, no clusters, no ceilings';
/** The cells of a table that `npm run simulate` has written. */
function cellsAfter(name: string): string[][] {
  const text = readFileSync(join(__dirname, '../../../docs/decisions/measure.md'), 'utf8');
  return cells(new RegExp(`<!-- ${name} -->([^]*?)<!-- -->`, 'u').exec(text)![1]!);
}

const cells = (lines: string): string[][] =>
  lines
    .trim()
    .split('\n')
    .filter((line) => !/^\|[ -|]+\|$/u.test(line))
    .map((line) => line.split('|').map((cell) => cell.trim()));

const share = ({ shown, covered }: CaseCoverage['page']): number => (100 * covered) / shown;

describe('rounds of which the true change is known', () => {
  let coverage: readonly CaseCoverage[] = [];
  beforeAll(() => {
    coverage = listCoverage();
  }, 120_000);

  it.each(sizes)('hold it in Student’s interval of %i people in 94 to 96.5 %', (n) => {
    const { student } = coverage.find(({ words, n: size }) => words === atRandom && size === n)!;
    expect(student.shown).toBe(rounds);
    expect(share(student)).toBeGreaterThanOrEqual(94);
    expect(share(student)).toBeLessThanOrEqual(96.5);
  });

  it('hold it in the interval that pages show in 92 % and more, whatever the case', () => {
    const wrong = coverage.filter(({ page }) => page.shown >= fewestRounds && share(page) < 92);
    expect(wrong).toEqual([]);
  });

  it('hold no difference from those who waited in 92 % and more of the rounds in which a page shows one', () => {
    const compared = listComparedCoverage();
    expect(compared.filter(({ page }) => page.shown >= fewestRounds && share(page) < 92)).toEqual([]);
    expect(cellsAfter('compared coverage')).toEqual(cells(tabulateComparedCoverage(compared)));
  });

  it('are the table of docs/decisions/measure.md: `npm run simulate` writes it', () => {
    expect(cellsAfter('coverage')).toEqual(cells(tabulateCoverage(coverage)));
  });
});

describe('a simulated round', () => {
  it('is the same for the same seed', () => {
    expect(simulateRound({ n: 12 }, 3)).toEqual(simulateRound({ n: 12 }, 3));
    expect(simulateRound({ n: 12 }, 3)).not.toEqual(simulateRound({ n: 12 }, 4));
  });

  it('changes by the true change, and reaches no end of the scale', () => {
    const { pairs } = simulateRound({ n: 20_000 }, 1);
    const mean = pairs.reduce((sum, { before, after }) => sum + after - before, 0) / pairs.length;
    // Four standard errors: 4 · 0.35 / √20,000.
    expect(Math.abs(mean - trueChange)).toBeLessThan(0.01);
    expect(pairs.every(({ before, after }) => before > 1 && after < 5)).toBe(true);
  });
});
