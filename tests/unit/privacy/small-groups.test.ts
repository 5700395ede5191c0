import fc from 'fast-check';
import { isTold, tellsOfMany, toldFloor } from '../../../src/privacy/small-groups';

describe('what is told of small groups', () => {
  it('no number about fewer than five', () => {
    expect([0, 1, 4, 5, 6].filter(isTold)).toEqual([5, 6]);
  });
});

describe('what is told of somebody before their name', () => {
  it('a word that five are described by, however they write it, and none that fewer are', () => {
    const tells = tellsOfMany([
      'Ventes',
      'ventes',
      'VENTES ',
      'Ventes',
      'véntes',
      'Achats',
      'Achats',
      'Achats',
      'Achats',
    ]);
    expect(['Ventes', 'Achats', 'Direction générale'].filter(tells)).toEqual(['Ventes']);
  });
});

describe('what is told of a count that private acts move', () => {
  it.each([
    [0, undefined],
    [4, undefined],
    [5, 5],
    [9, 5],
    [18, 15],
    [20, 20],
  ])('of %i who answered, at least %s', (count, told) => {
    expect(toldFloor(undefined, count)).toBe(told);
  });

  it('never falls, never says more than there are, and moves by five at least', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(60), { minLength: 1 }), (counts) => {
        let before: number | undefined;
        let most = 0;
        for (const count of counts) {
          const told = toldFloor(before, count);
          most = Math.max(most, count);
          expect(told ?? 0).toBeLessThanOrEqual(most);
          const step = (told ?? 0) - (before ?? 0);
          expect(step === 0 || step >= 5).toBe(true);
          before = told;
        }
      }),
    );
  });
});
