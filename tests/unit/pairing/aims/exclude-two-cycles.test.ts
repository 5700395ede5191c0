import fc from 'fast-check';
import { pairingPolicySchema } from '../../../../src/domain/pairing-contract';
import { draftPairs, problemOf } from '../../../../src/pairing/draft-pairs';
import { preparePairing } from '../../../../src/pairing/scoring/prepare-pairing';
import type { PersonProfile } from '../../../../src/domain/participant';
import { aProfile } from '../../../helpers/factories/participant';

const policy = pairingPolicySchema.parse({});
const ids = ['a', 'b', 'c', 'd'];
const topics = ['generative-ai', 'cybersecurity', 'negotiation'];

const someone = fc.record({
  role: fc.constantFrom('both', 'both', 'mentor', 'mentee'),
  knows: fc.constantFrom(...topics),
  wants: fc.constantFrom(...topics),
  exclude: fc.subarray(ids),
});

const people = fc.tuple(someone, someone, someone, someone).map((four) =>
  four.map(({ role, knows, wants, exclude }, index): PersonProfile => {
    const id = ids[index] ?? '';
    return aProfile({
      id,
      role,
      level: 1,
      expertise: [{ topic: knows, level: 4 }],
      goals: [{ topic: wants, priority: 3 }],
      exclude: exclude.filter((other) => other !== id),
    });
  }),
);

/** Every choice of edges within the places, nobody put together with the same person twice: most edges, then most points. */
function bestByTrying(everybody: readonly PersonProfile[]): { readonly pairs: number; readonly total: number } {
  const pairing = preparePairing(everybody, { policy: { ...policy, minLevelsAbove: 0 }, seed: 1 });
  const { score, columns, forbidden } = problemOf(pairing, []);
  const edges = [...score].flatMap((points, edge) => {
    const [mentor, mentee] = [pairing.mentors[Math.floor(edge / columns)], pairing.mentees[edge % columns]];
    return points === forbidden || mentor === undefined || mentee === undefined
      ? []
      : [{ mentor: mentor.id, mentee: mentee.id, points }];
  });
  let best = { pairs: 0, total: 0 };
  const go = (next: number, chosen: readonly (typeof edges)[number][]): void => {
    const total = chosen.reduce((sum, one) => sum + one.points, 0);
    if (chosen.length > best.pairs || (chosen.length === best.pairs && total > best.total))
      best = { pairs: chosen.length, total };
    for (let index = next; index < edges.length; index++) {
      const edge = edges[index] as (typeof edges)[number];
      const clash = chosen.some(
        ({ mentor, mentee }) =>
          mentor === edge.mentor || mentee === edge.mentee || (mentor === edge.mentee && mentee === edge.mentor),
      );
      if (!clash) go(index + 1, [...chosen, edge]);
    }
  };
  go(0, []);
  return best;
}

test('people who take either role are put together once, with as many pairs and points as trying everything finds, and it is said to be proved', () => {
  fc.assert(
    fc.property(people, (everybody) => {
      const draft = draftPairs(everybody, {
        policy: { ...policy, minLevelsAbove: 0 },
        seed: 1,
        hash: (text) => text,
      });
      expect({ pairs: draft.pairs.length, total: draft.total }).toEqual(bestByTrying(everybody));
      expect(draft.optimal).toBe(true);
      expect(draft.upperBound).toBe(draft.total);
    }),
    { numRuns: 400 },
  );
});
