import type { RoundFigures } from '../../../src/domain/figures';
import type { Objective } from '../../../src/domain/programme-contract';
import { followObjectives } from '../../../src/insight/follow-objectives';

const wording = { fr: 'Mieux se comprendre', en: 'Understand each other' };
const objective = (overrides: Partial<Objective> = {}): Objective => ({
  kind: 'own',
  wording,
  unit: '/ 5',
  baseline: 2,
  target: 4,
  measuredBy: { measure: 'understanding', side: 'mentor' },
  ...overrides,
});
const round = (id: 'baseline' | 'closing' | 'follow-up', overrides: Partial<RoundFigures> = {}): RoundFigures => ({
  round: id,
  instrument: id,
  frozenAt: '2027-07-01T02:00:00.000Z',
  levels: [],
  changes: [],
  choices: [],
  promoters: [],
  toldSums: [],
  ...overrides,
});
const level = (mean: number, cut?: string) =>
  ({ measure: 'understanding', side: 'mentor', n: 8, mean, ...(cut === undefined ? {} : { cut }) }) as const;

describe('An objective', () => {
  it('stands where the latest round that tells of it says, beside the start', () => {
    const rounds = [
      round('baseline', { levels: [level(2.5)] }),
      round('closing', { levels: [level(4.9, 'IT'), level(3.5)] }),
      round('follow-up'),
    ];
    expect(followObjectives([objective()], rounds)).toEqual([
      {
        wording,
        unit: '/ 5',
        baseline: 2,
        target: 4,
        measuredBy: { measure: 'understanding', side: 'mentor' },
        first: { round: 'baseline', instrument: 'baseline', n: 8, kind: 'mean', value: 2.5 },
        last: { round: 'closing', instrument: 'closing', n: 8, kind: 'mean', value: 3.5 },
      },
    ]);
  });

  it('is not followed by the answers of the other role, and has no value where nothing is told', () => {
    const rounds = [round('closing', { levels: [{ ...level(3.5), side: 'mentee' }] })];
    const [followed] = followObjectives([objective()], rounds);
    expect(followed).not.toHaveProperty('first');
    expect(followed).not.toHaveProperty('last');
  });

  it('by a question with choices is told in per cent, by promoters in points', () => {
    const rounds = [
      round('closing', {
        choices: [{ measure: 'tool-use', side: 'mentee', n: 10, counts: [], share: 0.4, low: 0.2, high: 0.6 }],
        promoters: [
          { measure: 'again', side: 'mentee', n: 10, promoters: 6, detractors: 1, score: 50, low: 10, high: 80 },
        ],
      }),
    ];
    const of = (measure: 'tool-use' | 'again') =>
      followObjectives([objective({ measuredBy: { measure, side: 'mentee' } })], rounds)[0]?.last;
    expect([of('tool-use'), of('again')]).toMatchObject([
      { kind: 'share', value: 40 },
      { kind: 'promoters', value: 50, low: 10, high: 80 },
    ]);
  });
});
