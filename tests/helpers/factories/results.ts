import type { RoundFigures } from '../../../src/domain/figures';
import { measureShare } from '../../../src/insight/statistics/measure-share';
import type { OwnQuestion } from '../../../src/domain/own-questions';
import { resultsSchema, type Results, type ToldOwn, type ToldRound } from '../../../src/insight/results-contract';
import { anOwnQuestion } from './own-question';

type Change = ToldRound['changes'][number];

const nobodyMissing = { since: 'baseline', missing: 0, method: 'student' } as const;

/** The changes of a programme of 24 pairs in which most was learned about each other, and courage is where it was. */
const changes: readonly Change[] = [
  {
    ...nobodyMissing,
    measure: 'understanding',
    side: 'mentor',
    n: 22,
    missing: 2,
    change: 0.62,
    low: 0.31,
    high: 0.93,
    lowest: 0.24,
    highest: 0.9,
    effect: { g: 0.86, low: 0.38, high: 1.33 },
    signs: { rose: 16, fell: 3, probability: 0.004 },
    ends: { before: 2.9, after: 3.5 },
  },
  {
    ...nobodyMissing,
    measure: 'understanding',
    side: 'mentee',
    n: 21,
    change: 0.41,
    low: 0.12,
    high: 0.7,
    lowest: 0.41,
    highest: 0.41,
    effect: { g: 0.62, low: 0.16, high: 1.07 },
    signs: { rose: 13, fell: 5, probability: 0.096 },
  },
  {
    ...nobodyMissing,
    measure: 'speak-up',
    side: 'mentor',
    n: 22,
    change: -0.05,
    low: -0.42,
    high: 0.32,
    lowest: -0.05,
    highest: -0.05,
    effect: { g: -0.06, low: -0.46, high: 0.34 },
    signs: { rose: 7, fell: 8, probability: 1 },
  },
  {
    ...nobodyMissing,
    measure: 'confidence',
    side: 'mentee',
    n: 15,
    missing: 6,
    method: 'extreme-cases',
    change: 0.8,
    low: -0.4,
    high: 1.7,
    lowest: -0.1,
    highest: 1.4,
    signs: { rose: 10, fell: 2, probability: 0.039 },
  },
  {
    ...nobodyMissing,
    since: 'looking-back',
    measure: 'confidence',
    side: 'mentee',
    n: 17,
    change: 1.2,
    low: 0.7,
    high: 1.7,
    lowest: 1.2,
    highest: 1.2,
  },
];

/** Counts with the intervals that a page reads with them. */
const withIntervals = (n: number, counts: readonly { readonly choice: string; readonly k: number }[]) =>
  counts.map((count) => {
    const share = measureShare(count.k, n, 0);
    if (share.hidden) throw new Error('too few');
    return { ...count, low: share.low, high: share.high };
  });

const choices = (weekly: number): ToldRound['choices'] => [
  {
    measure: 'tool-use',
    side: 'mentee',
    n: 21,
    counts: withIntervals(21, [
      { choice: 'never', k: 13 - weekly },
      { choice: 'tried', k: 2 },
      { choice: 'monthly', k: 4 },
      { choice: 'weekly', k: weekly },
      { choice: 'daily', k: 2 },
    ]),
    share: (6 + weekly) / 21,
    low: (6 + weekly) / 21 - 0.18,
    high: (6 + weekly) / 21 + 0.2,
  },
  {
    measure: 'contacts-function',
    side: 'mentor',
    n: 22,
    counts: withIntervals(22, [
      { choice: 'none', k: 5 },
      { choice: 'few', k: 8 },
      { choice: 'some', k: 6 },
      { choice: 'many', k: 3 },
    ]),
    share: 9 / 22,
    low: 0.23,
    high: 0.61,
  },
];

const baseline: ToldRound = {
  round: 'baseline',
  instrument: 'baseline',
  frozenAt: '2026-12-20T02:00:00.000Z',
  levels: [
    { measure: 'understanding', side: 'mentor', n: 24, mean: 2.9 },
    { measure: 'understanding', side: 'mentee', n: 23, mean: 3.1 },
  ],
  changes: [],
  choices: [...choices(2)],
  promoters: [],
};

const waiting: ToldRound = {
  round: 'waiting',
  instrument: 'waiting',
  frozenAt: '2027-07-01T02:00:00.000Z',
  levels: [],
  changes: [
    {
      ...nobodyMissing,
      measure: 'understanding',
      side: 'mentor',
      n: 9,
      change: 0.08,
      low: -0.31,
      high: 0.47,
      lowest: 0.08,
      highest: 0.08,
    },
  ],
  choices: [],
  promoters: [],
  comparisons: [
    {
      measure: 'understanding',
      side: 'mentor',
      n: 22,
      waiting: 9,
      missing: 2,
      difference: 0.54,
      low: 0.06,
      high: 1.02,
    },
    { measure: 'speak-up', side: 'mentor', n: 22, waiting: 9, missing: 0, difference: -0.11, low: -0.66, high: 0.44 },
  ],
};

const closing: ToldRound = {
  round: 'closing',
  instrument: 'closing',
  frozenAt: '2027-07-01T02:00:00.000Z',
  levels: [
    { measure: 'useful', side: 'mentor', n: 22, mean: 4.3 },
    { measure: 'useful', side: 'mentee', n: 21, mean: 4.1 },
    { measure: 'useful', side: 'mentor', n: 9, mean: 4.5, cut: 'Systèmes d’information' },
    { measure: 'safe', side: 'mentee', n: 21, mean: 3.9 },
  ],
  changes: [...changes],
  choices: [...choices(7)],
  promoters: [
    { measure: 'again', side: 'mentor', n: 22, promoters: 13, detractors: 3, score: 45.4, low: 13.8, high: 66.2 },
    { measure: 'again', side: 'mentee', n: 21, promoters: 9, detractors: 6, score: 14.3, low: -20.1, high: 45.4 },
  ],
};

const forecasts: Results['forecasts'] = [
  { people: 5, tells: 'most', smallestChange: 1.68 },
  { people: 8, tells: 'most', smallestChange: 1.16 },
  { people: 24, tells: 'all', smallestChange: 0.6 },
];

/** The first change of a programme that has closed, in the words and numbers of a file in English, from `n` on. */
export const firstChangeInFile = [
  '22',
  '',
  '2',
  '0.62',
  '0.31',
  '0.93',
  'Student’s t',
  '2.9',
  '3.5',
  '0.24',
  '0.9',
  '0.86',
  '0.38',
  '1.33',
  '16',
  '3',
  '0.004',
] as const;

const objectives: Results['objectives'] = [
  {
    wording: {
      fr: 'Les dirigeants se servent de l’IA générative dans leur travail.',
      en: 'Senior leaders use generative AI in their work.',
    },
    measure: { fr: 'Part qui s’en sert chaque mois', en: 'Share who use it every month' },
    unit: '%',
    baseline: 24,
    target: 70,
    measuredBy: { measure: 'tool-use', side: 'mentee' },
    first: { round: 'baseline', instrument: 'baseline', n: 21, kind: 'share', value: 38.1 },
    last: { round: 'closing', instrument: 'closing', n: 21, kind: 'share', value: 61.9 },
  },
  {
    wording: {
      fr: 'Les générations se comprennent mieux.',
      en: 'The generations understand each other better.',
    },
    unit: '/ 5',
    measuredBy: { measure: 'ideas', side: 'mentor' },
  },
  {
    wording: { fr: 'Des idées nourrissent la feuille de route.', en: 'Ideas feed the roadmap.' },
    unit: 'suggestions',
    baseline: 0,
    target: 8,
  },
];

/** A programme that has closed, its follow-up still to come. */
export function closedResults(overrides: Partial<Results> = {}): Results {
  return resultsSchema.parse({
    objectives,
    thresholds: { scores: 5, comments: 10 },
    rounds: [baseline, closing, waiting],
    waiting: [{ round: 'follow-up', instrument: 'follow-up', closesAt: '2027-10-15T08:00:00.000Z' }],
    expected: forecasts[2],
    forecasts,
    ...overrides,
  });
}

const ownQuestions: readonly OwnQuestion[] = [
  anOwnQuestion('scale', {
    words: {
      fr: 'Les échanges entre les sites de Lyon et de Metz sont faciles.',
      en: 'Working between the sites of Lyon and Metz is easy.',
    },
  }),
  anOwnQuestion('choice', {
    surveys: ['closing'],
    words: { fr: 'Quel format vous convient\u00a0?', en: 'Which format suits you?' },
    choices: [
      { fr: 'une heure par mois', en: 'an hour a month' },
      { fr: 'une demi-heure toutes les deux semaines', en: 'half an hour every two weeks' },
      { fr: 'une demi-journée par trimestre', en: 'half a day a quarter' },
    ],
  }),
  anOwnQuestion('zero-to-ten', {
    surveys: ['closing'],
    words: { fr: 'Je recommanderais ce programme à mon équipe.', en: 'I would recommend this programme to my team.' },
  }),
];

/** What the closing survey told of HR's own questions. */
const closingOwn: ToldOwn = {
  version: 2,
  questions: ownQuestions,
  levels: [
    { measure: 'own-scale', side: 'mentor', n: 22, mean: 3.8 },
    { measure: 'own-scale', side: 'mentee', n: 21, mean: 3.4 },
    { measure: 'own-scale', side: 'mentor', n: 9, mean: 4.1, cut: 'Systèmes d’information' },
  ],
  changes: [
    {
      ...nobodyMissing,
      measure: 'own-scale',
      side: 'mentor',
      n: 20,
      missing: 2,
      change: 0.5,
      low: 0.1,
      high: 0.9,
      lowest: 0.1,
      highest: 0.8,
    },
  ],
  shares: [
    {
      measure: 'own-choice',
      side: 'mentee',
      n: 21,
      choices: withIntervals(21, [
        { choice: 'c1', k: 12 },
        { choice: 'c2', k: 6 },
        { choice: 'c3', k: 3 },
      ]).map((choice) => ({ ...choice, share: choice.k / 21 })),
    },
  ],
  promoters: [
    { measure: 'own-zero-to-ten', side: 'mentor', n: 22, promoters: 11, detractors: 5, score: 27.3, low: -6, high: 53 },
  ],
};

/** The same programme where HR had asked questions of its own, and where more of the means before and after are told. */
export function resultsWithOwn(): Results {
  const ends = [
    { before: 3.2, after: 3.6 },
    { before: 2.7, after: 2.65 },
  ];
  const told = changes.map((change, index) => ({ ...change, ends: change.ends ?? ends[index - 1] }));
  return closedResults({ rounds: [baseline, { ...closing, changes: told, own: closingOwn }, waiting] });
}

/** A programme of eight pairs that has not asked yet. */
export function expectedResults(): Results {
  return closedResults({
    objectives: objectives.map(({ first: _first, last: _last, ...objective }) => objective),
    rounds: [],
    waiting: [{ round: 'baseline', instrument: 'baseline', closesAt: '2027-01-15T08:00:00.000Z' }],
    expected: forecasts[1],
  });
}

/** Rows of the same figures as they are frozen, for `seedProgramme`. */
export function frozenFigures(results: Results = closedResults()): Readonly<Record<string, RoundFigures>> {
  return Object.fromEntries(results.rounds.map((round) => [round.round, { ...round, toldSums: [] }]));
}
