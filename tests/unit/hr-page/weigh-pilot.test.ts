import fc from 'fast-check';
import type { PilotCondition } from '../../../src/domain/pilot-contract';
import { pilotWords } from '../../../src/hr-page/pilot-words';
import { weighPilot, type PilotFacts } from '../../../src/hr-page/weigh-pilot';
import { aRule, pilotFacts } from '../../helpers/factories/pilot';
import { progressOfSponsor, someProgress } from '../../helpers/factories/progress';

const weigh = (conditions: readonly PilotCondition[], facts: Partial<PilotFacts> = {}) =>
  weighPilot({ goesOnIf: [...conditions] }, pilotFacts(facts));

const useful: PilotCondition = { by: 'answers', measure: 'useful', side: 'mentor', atLeast: 4.3 };
const pairs: PilotCondition = { by: 'pairs', atLeast: 85 };
const hidden: PilotCondition = { by: 'answers', measure: 'pride', side: 'mentee', atLeast: 1 };

describe('The rule of a pilot', () => {
  it.each<[string, PilotCondition, string, number | undefined]>([
    ['a mean of all of a role, never of a group', useful, 'met', 4.3],
    ['a share, in per cent', { by: 'answers', measure: 'tool-use', side: 'mentee', atLeast: 62 }, 'not-met', 61.9],
    ['promoters less detractors', { by: 'answers', measure: 'again', side: 'mentor', atLeast: 45.4 }, 'met', 45.4],
    [
      'a change since the start, not one that people see looking back',
      { by: 'change', measure: 'confidence', side: 'mentee', atLeast: 1 },
      'not-met',
      0.8,
    ],
    ['hours held of those planned', { by: 'hours', atLeast: 89.71 }, 'met', 89.71],
    ['pairs that went through all their months', pairs, 'met', 85],
    ['a figure that is not told', hidden, 'not-told', undefined],
  ])('weighs %s', (_case, condition, state, value) => {
    const [weighed] = weigh([condition]).conditions;
    expect([weighed?.state, weighed?.figure?.value]).toEqual([state, value]);
  });

  it('goes on where all are met, stops where one is not, and does not decide where one cannot be told', () => {
    const failing: PilotCondition = { by: 'hours', atLeast: 95 };
    expect(weigh([useful, pairs]).outcome).toBe('go-on');
    expect(weigh([useful, failing, hidden]).outcome).toBe('stop');
    expect(weigh([useful, hidden]).outcome).toBe('undecided');
  });

  it('is weighed only once the programme is over and the closing survey has its figures', () => {
    expect(weigh([useful], { state: 'setup' }).outcome).toBe('draft');
    const early: readonly Partial<PilotFacts>[] = [{ state: 'running' }, { awaits: true }];
    for (const facts of early) {
      const { outcome, conditions } = weigh([useful, pairs], facts);
      expect(outcome).toBe('open');
      expect(conditions.map(({ state, figure }) => [state, figure])).toEqual([
        ['open', undefined],
        ['open', undefined],
      ]);
    }
  });

  it('is weighed for the sponsor by what is told to the sponsor', () => {
    expect(weigh([pairs], { progress: someProgress() }).outcome).toBe('go-on');
    expect(weigh([pairs], { progress: progressOfSponsor() }).outcome).toBe('undecided');
  });

  it('never says of a number that it is shown as one and weighed as another', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 5, max: 400 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.integer({ min: 0, max: 10_000 }),
        (of, part, hundredths) => {
          const finished = Math.round(part * of);
          const progress = someProgress({ over: { finished, of, low: 0, high: 1 } });
          const weighed = weigh([{ by: 'pairs', atLeast: hundredths / 100 }], { progress });
          const told = pilotWords(weighed, 'en').conditions[0]!;
          const shown = Number(/^([\d.]+)%/u.exec(told.found)?.[1]);
          expect(shown).toBeCloseTo((100 * finished) / of, 1);
          expect(told.state).toBe(shown >= told.atLeast ? 'met' : 'not-met');
        },
      ),
    );
  });

  it('says each condition, its figure and the outcome in words, and claims no cause', () => {
    const told = pilotWords(weighPilot(aRule, pilotFacts()), 'en');
    expect(told.title).toBe('By its rule the pilot stops: one of 5 conditions is not met');
    expect(told.words).toContain('not what caused it');
    expect(told.conditions.map(({ words, says, found }) => `${words} | ${says} | ${found}`)).toEqual([
      'Usefulness (Mentors), at the end: at least 4.00 of 5 | met | 4.30 of 5 (22 people)',
      'Use of the tools (Mentees), at the end: at least 70% | not met | 61.9% (21 people, 95% interval 43.9% to 81.9%)',
      'Understanding another career stage or generation (Mentees), change from start to end: at least +0.30 points | met | +0.41 points (21 people who answered twice, 95% interval +0.12 to +0.70)',
      'Hours held, of those planned: at least 75% | met | 89.71% (68 hours planned)',
      'Pairs that went through all their months, of those that are over: at least 80% | met | 85% (20 pairs, 95% interval 64% to 95%)',
    ]);
  });
});
