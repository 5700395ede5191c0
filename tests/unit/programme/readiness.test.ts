import type { ProgrammePlanInput } from '../../../src/domain/programme-contract';
import { readiness } from '../../../src/programme/readiness';
import { aPlan, aProgramme } from '../../helpers/factories/programme';

const words = { fr: 'x', en: 'x' };
const objective = { kind: 'own', wording: words, measure: words, baseline: 0, target: 1 } as const;

/** `undefined` takes the piece out of the plan. */
function without(
  patch: Partial<Record<keyof ProgrammePlanInput, unknown>>,
  overrides: Parameters<typeof aProgramme>[0] = {},
) {
  const programme = aProgramme(overrides);
  const plan = Object.fromEntries(
    Object.entries({ ...programme.plan, ...patch }).filter(([, value]) => value !== undefined),
  ) as unknown as typeof programme.plan;
  return readiness({ ...programme, plan });
}

const withPiece = (missing: 'pledge' | 'channel') => {
  const { [missing]: _gone, ...rest } = aProgramme();
  return readiness(rest);
};

describe('What is missing before enrolment opens, and who can give it', () => {
  it('is nothing when every piece is there', () => {
    expect(readiness(aProgramme())).toEqual([]);
  });

  it.each([
    ['an objective', without({ objectives: [] }), [{ missing: 'objective', who: 'administrator' }]],
    [
      'the measure of the second objective',
      without({ objectives: [objective, { ...objective, measure: undefined }] }),
      [{ missing: 'measure', who: 'administrator', objective: 2 }],
    ],
    [
      'a baseline',
      without({ objectives: [{ ...objective, baseline: undefined }] }),
      [{ missing: 'baseline', who: 'administrator', objective: 1 }],
    ],
    [
      'a target',
      without({ objectives: [{ ...objective, target: undefined }] }),
      [{ missing: 'target', who: 'administrator', objective: 1 }],
    ],
    [
      'a sponsor, of whom no pledge is asked before',
      without({ sponsor: undefined }),
      [{ missing: 'sponsor', who: 'administrator' }],
    ],
    ['the sponsor’s pledge', withPiece('pledge'), [{ missing: 'pledge', who: 'sponsor' }]],
    ['a channel', without({ channel: undefined }), [{ missing: 'channel', who: 'administrator' }]],
    ['the channel in Teams', withPiece('channel'), [{ missing: 'channel-link', who: 'administrator' }]],
    ['the survey plan', without({ surveys: undefined }), [{ missing: 'surveys', who: 'administrator' }]],
  ] as const)('%s', (_case, items, expected) => {
    expect(items).toEqual(expected);
  });

  it('a baseline of zero is a baseline', () => {
    expect(without({ objectives: [objective] })).toEqual([]);
  });

  it('of an empty plan is everything at once', () => {
    const { sponsor: _s, channel: _c, surveys: _v, ...plan } = aPlan({ objectives: [] });
    const { pledge: _p, channel: _l, ...programme } = aProgramme();
    expect(readiness({ ...programme, plan }).map((item) => item.missing)).toEqual([
      'objective',
      'sponsor',
      'channel',
      'surveys',
    ]);
  });
});
