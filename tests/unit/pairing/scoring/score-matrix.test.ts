import fc from 'fast-check';
import { preparePairing } from '../../../../src/pairing/scoring/prepare-pairing';
import { forbiddenBy } from '../../../../src/pairing/scoring/rules';
import { explainScore } from '../../../../src/pairing/scoring/score';
import { forbiddenScore, scoreMatrix } from '../../../../src/pairing/scoring/score-matrix';
import { firstRule, weighRows } from '../../../../src/pairing/scoring/weigh-rows';
import { mentee, mentor, policyWith } from '../person-factory';
import { randomOptions, randomPeople } from '../random-people';

describe('the matrix of scores', () => {
  it('holds in every edge what the rules and the explained parts say of the pair', () => {
    fc.assert(
      fc.property(randomPeople, randomOptions, (people, options) => {
        const pairing = preparePairing(people, options);
        const matrix = scoreMatrix(pairing);
        const rows = weighRows(pairing);
        pairing.mentors.forEach((_, mentorIndex) => {
          const edges = rows.weigh(mentorIndex);
          pairing.mentees.forEach((_one, menteeIndex) => {
            const rule = forbiddenBy(pairing, mentorIndex, menteeIndex);
            const edge = matrix[mentorIndex * pairing.mentees.length + menteeIndex];
            expect(firstRule(edges[menteeIndex]!)).toBe(rule);
            const sum = explainScore(pairing, mentorIndex, menteeIndex).reduce((total, part) => total + part.points, 0);
            expect(edge).toBe(rule === undefined ? sum : forbiddenScore);
          });
        });
      }),
      { numRuns: 300, seed: 7 },
    );
  });

  it('is the same for some mentees as for all', () => {
    fc.assert(
      fc.property(randomPeople, randomOptions, (people, options) => {
        const pairing = preparePairing(people, options);
        const some = pairing.mentees.flatMap((_, index) => (index % 2 === 0 ? [index] : []));
        const [all, few] = [weighRows(pairing), weighRows(pairing, { columns: some })];
        pairing.mentors.forEach((_, mentorIndex) => {
          const edges = all.weigh(mentorIndex);
          expect([...few.weigh(mentorIndex)]).toEqual(some.map((menteeIndex) => edges[menteeIndex]));
        });
      }),
      { numRuns: 100, seed: 8 },
    );
  });

  it('says the same of rules where they are all that is asked', () => {
    fc.assert(
      fc.property(randomPeople, randomOptions, (people, options) => {
        const pairing = preparePairing(people, options);
        const [all, rules] = [weighRows(pairing), weighRows(pairing, { only: 'rules' })];
        pairing.mentors.forEach((_, mentorIndex) => {
          const edges = [...all.weigh(mentorIndex)];
          expect([...rules.weigh(mentorIndex)].map(firstRule)).toEqual(edges.map(firstRule));
        });
      }),
      { numRuns: 100, seed: 9 },
    );
  });

  it('tells how far it is and can be given up', () => {
    const pairing = preparePairing([mentor('a'), mentee('b')], { policy: policyWith(), seed: 1 });
    const shares: number[] = [];
    scoreMatrix(pairing, { progress: (share) => shares.push(share) });
    expect(shares).toEqual([0]);
    expect(() => scoreMatrix(pairing, { cancelled: () => true })).toThrow(
      expect.objectContaining({ code: 'solving-cancelled' }),
    );
  });
});
