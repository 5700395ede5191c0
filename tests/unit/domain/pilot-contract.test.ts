import { programmePlanSchema } from '../../../src/domain/programme-contract';
import { aPlan } from '../../helpers/factories/programme';
import { aRule } from '../../helpers/factories/pilot';

/** What the schema has against a plan with these conditions, as paths. */
function faults(goesOnIf: unknown, surveys: object | null = {}): readonly string[] {
  const read = programmePlanSchema.safeParse({ ...aPlan(), surveys: surveys ?? undefined, pilot: { goesOnIf } });
  return read.success ? [] : read.error.issues.map(({ path }) => path.join('.'));
}

describe('The rule of a pilot in a plan', () => {
  it('takes one to five conditions on figures that there will be', () => {
    expect(faults(aRule.goesOnIf)).toEqual([]);
    expect(faults([])).toEqual(['pilot.goesOnIf']);
  });

  it.each<[string, object, string]>([
    ['a mean beyond its scale', { by: 'answers', measure: 'useful', side: 'mentor', atLeast: 70 }, 'atLeast'],
    ['a share below none', { by: 'answers', measure: 'tool-use', side: 'mentee', atLeast: -1 }, 'atLeast'],
    ['more than all', { by: 'hours', atLeast: 101 }, 'atLeast'],
    ['a limit that no shown figure tells apart', { by: 'pairs', atLeast: 50.001 }, 'atLeast'],
    [
      'a change of what is asked at the end alone',
      { by: 'change', measure: 'useful', side: 'mentor', atLeast: 1 },
      'measure',
    ],
    ['a change of what has no scale', { by: 'change', measure: 'tool-use', side: 'mentor', atLeast: 1 }, 'measure'],
  ])('refuses %s', (_what, condition, field) => {
    expect(faults([condition])).toEqual([`pilot.goesOnIf.0.${field}`]);
  });

  it('refuses a second condition on the same figure', () => {
    expect(
      faults([
        { by: 'hours', atLeast: 70 },
        { by: 'hours', atLeast: 80 },
      ]),
    ).toEqual(['pilot.goesOnIf.1']);
  });

  it('refuses what a survey would tell that the plan leaves out', () => {
    const [useful, , change, hours] = aRule.goesOnIf;
    expect(faults([useful, hours], { closing: false })).toEqual(['pilot.goesOnIf.0.by']);
    expect(faults([useful, change], { baseline: false })).toEqual(['pilot.goesOnIf.1.by']);
    expect(faults([useful, change, hours], null)).toEqual(['pilot.goesOnIf.0.by', 'pilot.goesOnIf.1.by']);
  });
});
