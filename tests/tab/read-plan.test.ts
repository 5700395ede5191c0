import { readPlan } from '../../tab/pages/programme/plan-issues';
import { tabWords } from '../helpers/tab-texts';

const english = tabWords('en');
const french = tabWords('fr');
const good = { id: 'regards', name: { fr: 'Regards', en: 'Views' }, startsOn: '2026-12-07' };

function issues(plan: unknown, t = english): readonly string[] {
  const read = readPlan(JSON.stringify(plan), t);
  return read.ok ? [] : read.issues.map(({ path, words }) => `${path}: ${words}`);
}

describe('a programme file', () => {
  it('is read with its defaults', () => {
    expect(readPlan(JSON.stringify(good), english)).toMatchObject({ ok: true, plan: { id: 'regards', months: 6 } });
  });

  it('tells every fault with its place, counted as people count', () => {
    const objective = { kind: 'agility', wording: { fr: 'Bouger', en: 'Move' } };
    expect(
      issues({
        ...good,
        months: 9,
        startsOn: 'soon',
        objectives: [objective, { ...objective, target: 'much' }],
        colour: 'red',
      }),
    ).toEqual([
      'objectives › 2 › target: a number is expected.',
      'startsOn: a date is expected, for example 2026-12-07.',
      'months: too long or too large: at most 6.',
      'File: unknown field: colour.',
    ]);
  });

  it('tells what is missing in the reader’s language', () => {
    expect(issues({ name: good.name, startsOn: good.startsOn }, french)).toEqual(['id: à compléter.']);
  });

  it('says so when it is no JSON at all', () => {
    expect(readPlan('id;name', french)).toEqual({
      ok: false,
      issues: [{ path: 'Fichier', words: 'ce n’est pas un fichier JSON lisible.' }],
    });
  });
});
