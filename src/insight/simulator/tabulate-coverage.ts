import { chooseInterval } from '../statistics/choose-interval';
import { measureChange } from '../statistics/measure-change';
import { measureComparedCoverage, measureCoverage, rounds, type Coverage } from './measure-coverage';
import { simulatedScale, type SimulatedCase } from './simulated-round';

/** People who give both answers. */
export const sizes = [5, 8, 12, 20, 40] as const;

/** The cases that are looked at, with the words of the table. */
export const simulatedCases: readonly (Omit<SimulatedCase, 'n'> & { readonly words: string })[] = [
  { words: 'missing at random, no clusters, no ceilings' },
  { words: 'near a ceiling: 4.0 of 5 before', before: 4 },
  { words: 'ceiling: 4.4 of 5 before', before: 4.4 },
  { words: 'clusters: two mentors to each mentee', clustered: true },
  { words: 'dropout: 15 % of those who changed less than most', dropout: 0.15 },
  { words: 'dropout: 60 % of those who changed less than most', dropout: 0.6 },
];

/** Coverage of Student's interval, and of the one that pages show. */
export interface CaseCoverage {
  readonly words: string;
  readonly n: number;
  readonly student: Coverage;
  readonly page: Coverage;
}

/** Every case at every size. */
export function listCoverage(): readonly CaseCoverage[] {
  return simulatedCases.flatMap(({ words, ...simulated }) =>
    sizes.map((n) => {
      const [student, page] = measureCoverage({ n, ...simulated }, [
        ({ pairs, halves }) => measureChange(pairs, halves.length),
        ({ pairs, halves }) => chooseInterval(pairs, halves, simulatedScale),
      ]);
      return { words, n, student: student ?? nothing, page: page ?? nothing };
    }),
  );
}

const nothing: Coverage = { shown: 0, covered: 0 };

/** People in pairs and people who waited, as programmes have them. */
export const comparedSizes = [
  [8, 5],
  [12, 8],
  [20, 8],
  [40, 12],
  [40, 40],
] as const;

/** Coverage of the difference from those who waited, which is none: both change by the same. */
export interface ComparedCoverage {
  readonly words: string;
  readonly n: number;
  readonly waiting: number;
  readonly page: Coverage;
}

/** At random, and where those in pairs share partners, at every size. */
export function listComparedCoverage(): readonly ComparedCoverage[] {
  return simulatedCases
    .filter(({ before, dropout }) => before === undefined && dropout === undefined)
    .flatMap(({ words, ...simulated }) =>
      comparedSizes.map(([n, waiting]) => ({
        words,
        n,
        waiting,
        page: measureComparedCoverage({ n, ...simulated }, { n: waiting }),
      })),
    );
}

/** The table of docs/decisions/measure.md: a line for each case and interval, in per cent of the rounds in which it was shown. */
export function tabulateCoverage(coverage: readonly CaseCoverage[]): string {
  const lines = simulatedCases.flatMap(({ words }) => {
    const own = coverage.filter((one) => one.words === words);
    return (['student', 'page'] as const).map((kind) => [
      words,
      kind === 'student' ? 'Student' : 'pages',
      ...own.map((one) => cell(one[kind])),
    ]);
  });
  return tableOf(['case', 'interval', ...sizes.map((n) => `n = ${String(n)}`)], lines);
}

/** The table of differences from those who waited, likewise. */
export function tabulateComparedCoverage(coverage: readonly ComparedCoverage[]): string {
  const lines = [...new Set(coverage.map(({ words }) => words))].map((words) => [
    words,
    ...coverage.filter((one) => one.words === words).map(({ page }) => cell(page)),
  ]);
  return tableOf(['case', ...comparedSizes.map(([n, waiting]) => `${String(n)} and ${String(waiting)}`)], lines);
}

function cell({ shown, covered }: Coverage): string {
  const share = ((100 * covered) / shown).toFixed(1);
  if (shown === rounds) return share;
  return shown < fewestRounds ? 'hidden' : `${share} (hidden in ${((100 * (rounds - shown)) / rounds).toFixed(0)} %)`;
}

function tableOf(head: readonly string[], lines: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |\n`).join('');
}

/** Rounds shown of which a share is worth telling, one in twenty; of fewer, a case counts as hidden. */
export const fewestRounds = rounds / 20;
