import type { FollowedObjective } from '../../../src/insight/results-contract';
import { weighObjective } from '../../../src/hr-page/weigh-objective';

type At = NonNullable<FollowedObjective['last']>;
const at = (instrument: At['instrument'], value: number): At => ({
  round: instrument,
  instrument,
  n: 20,
  kind: 'share',
  value,
});

function objective(overrides: Partial<FollowedObjective> = {}): FollowedObjective {
  return {
    wording: { fr: 'x', en: 'x' },
    unit: '%',
    baseline: 20,
    target: 60,
    measuredBy: { measure: 'tool-use', side: 'mentee' },
    ...overrides,
  };
}

describe('Where an objective stands', () => {
  it.each<[string, Partial<FollowedObjective>, string]>([
    ['no answers follow it', { measuredBy: undefined }, 'otherwise'],
    ['no target', { target: undefined }, 'otherwise'],
    ['nothing told', {}, 'not-told'],
    ['at the start', { first: at('baseline', 10) }, 'on-the-way'],
    ['half of its way half-way', { first: at('baseline', 20), last: at('midpoint', 40) }, 'on-the-way'],
    ['less than half of it', { first: at('baseline', 20), last: at('midpoint', 39) }, 'behind'],
    [
      'from where the answers began, not where the plan thought',
      { first: at('baseline', 50), last: at('midpoint', 54) },
      'behind',
    ],
    ['short of it at the end', { first: at('baseline', 20), last: at('closing', 59) }, 'behind'],
    ['at it', { first: at('baseline', 20), last: at('closing', 60) }, 'reached'],
    ['beyond it half-way', { first: at('baseline', 20), last: at('midpoint', 70) }, 'reached'],
    [
      'less is wanted, and less it is',
      { baseline: 60, target: 20, first: at('baseline', 60), last: at('closing', 15) },
      'reached',
    ],
    [
      'less is wanted, and it is more',
      { baseline: 60, target: 20, first: at('baseline', 60), last: at('closing', 70) },
      'behind',
    ],
  ])('%s', (_case, overrides, state) => {
    expect(weighObjective(objective(overrides))).toBe(state);
  });
});
