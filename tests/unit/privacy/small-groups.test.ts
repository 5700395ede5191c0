import fc from 'fast-check';
import { fewestTold, isShareTold, isTold } from '../../../src/privacy/small-groups';

describe('what is told of small groups', () => {
  it('no number about fewer than five', () => {
    expect([0, 1, 4, 5, 6].filter(isTold)).toEqual([5, 6]);
  });

  it('no share from which one to four can be told apart, whether they did or did not', () => {
    fc.assert(
      fc.property(fc.nat(60), fc.nat(60), (did, didNot) => {
        const smallest = Math.min(did, didNot === 0 ? fewestTold : didNot);
        expect(isShareTold({ of: did + didNot, did })).toBe(smallest >= fewestTold);
      }),
    );
  });

  it('tells that everybody did', () => {
    expect(isShareTold({ of: 5, did: 5 })).toBe(true);
  });
});
