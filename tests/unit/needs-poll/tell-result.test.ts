import fc from 'fast-check';
import { pollReplies } from '../../../src/domain/needs-poll';
import type { Ballot } from '../../../src/needs-poll/seal-ballot';
import { tellResult } from '../../../src/needs-poll/tell-result';

const at = '2027-01-23T00:00:00.000Z';
const topics = ['generative-ai', 'podcasts', 'cybersecurity'];

const aBallot: fc.Arbitrary<Ballot> = fc.record(
  { learn: fc.subarray(topics), teach: fc.subarray(topics), takePart: fc.constantFrom(...pollReplies) },
  { requiredKeys: ['learn', 'teach'] },
);
const aPoll = fc
  .record({ ballots: fc.array(aBallot, { maxLength: 60 }), others: fc.integer({ min: 0, max: 40 }) })
  .map(({ ballots, others }) => ({ ballots, invited: ballots.length + others }));

const isAnswered = ({ learn, teach, takePart }: Ballot): boolean =>
  learn.length + teach.length > 0 || takePart !== undefined;

const few = (n: number): boolean => n < 5;

/** So many ballots that say the same. */
const times = (n: number, ballot: Partial<Ballot>): Ballot[] =>
  Array.from({ length: n }, () => ({ learn: [], teach: [], ...ballot }));

/** Every poll of so many people who choose one topic or none, and say yes, no or nothing to taking part. */
function* everyPollOf(invited: number) {
  const kinds = [false, true].flatMap((chose) =>
    (['yes', 'no', undefined] as const).map((takePart) => ({
      learn: chose ? ['podcasts'] : [],
      ...(takePart === undefined ? {} : { takePart }),
    })),
  );
  const spread = function* (left: number, from: number): Generator<readonly number[]> {
    if (from === kinds.length - 1) return yield [left];
    for (let here = 0; here <= left; here++) for (const rest of spread(left - here, from + 1)) yield [here, ...rest];
  };
  for (const numbers of spread(invited, 0)) {
    const ballots = numbers.flatMap((n, kind) => times(n, kinds[kind]!));
    yield { ballots, said: ballots.filter(isAnswered).length };
  }
}

describe('What is told of a needs poll', () => {
  it('has no number of fewer than five people, nor one that leaves fewer than five of those who answered', () => {
    fc.assert(
      fc.property(aPoll, ({ ballots, invited }) => {
        const { topics: told, takePart = [] } = tellResult(ballots, topics, invited, at);
        const answered = ballots.filter(isAnswered).length;
        for (const count of told.flatMap(({ learn, teach }) => [learn, teach]))
          if (count !== undefined) expect([few(count), few(answered - count)]).toEqual([false, false]);
        for (const { people } of takePart) expect(few(people)).toBe(false);
        if (takePart.length > 0) expect(takePart.reduce((sum, { people }) => sum + people, 0)).toBe(invited);
        expect(takePart).not.toHaveLength(1);
      }),
      { numRuns: 2_000 },
    );
  });

  it.each([5, 6])('leaves it open that %i of those who were asked, or more, did not answer', (fewest) => {
    const unanswered = new Map<string, number>();
    for (const { ballots, said } of everyPollOf(20)) {
      const { topics: told, takePart } = tellResult(ballots, topics, 20, at, fewest);
      if (told.length === 0 && takePart === undefined) continue;
      const read = JSON.stringify([told, takePart]);
      unanswered.set(read, Math.max(unanswered.get(read) ?? 0, 20 - said));
    }
    expect(unanswered.size).toBeGreaterThan(20);
    for (const [read, most] of unanswered) expect({ read, isOpen: most >= fewest }).toEqual({ read, isOpen: true });
  });

  it('is nothing where fewer than twenty were asked, or fewer than five answered', () => {
    const ten = times(10, { takePart: 'yes' });
    const five = times(5, { learn: ['podcasts'] });
    expect(tellResult([...ten, ...five], topics, 19, at)).toEqual({ frozenAt: at, topics: [] });
    expect(tellResult(times(4, { takePart: 'yes' }), topics, 40, at)).toEqual({ frozenAt: at, topics: [] });
    expect(tellResult([...ten, ...five], topics, 30, at).topics).toEqual([{ topic: 'podcasts', learn: 5 }]);
  });

  it('has no number of fewer people than the plan asks for, where that is more than five', () => {
    const ballots = [...times(9, { learn: ['podcasts'], takePart: 'yes' }), ...times(12, { takePart: 'no' })];
    expect(tellResult(ballots, topics, 40, at, 10)).toEqual({
      frozenAt: at,
      topics: [],
    });
    expect(tellResult(ballots, topics, 40, at).topics).toEqual([{ topic: 'podcasts', learn: 9 }]);
  });

  it('counts topics in demand and on offer, the most wanted first', () => {
    const ballots = [
      ...times(6, { learn: ['podcasts', 'generative-ai'], teach: ['cybersecurity'] }),
      ...times(5, { learn: ['generative-ai'] }),
      ...times(5, { teach: ['podcasts'] }),
    ];
    expect(tellResult(ballots, topics, 40, at).topics).toEqual([
      { topic: 'generative-ai', learn: 11 },
      { topic: 'podcasts', learn: 6, teach: 5 },
      { topic: 'cybersecurity', teach: 6 },
    ]);
  });

  it.each([
    ['each reply by itself', 9, 6, 5, 20, ['yes 9', 'perhaps 6', 'no 5', 'silent 20']],
    ['few noes with those who did not say', 9, 6, 2, 20, ['yes 9', 'perhaps 6', 'no+silent 22']],
    ['few who did not say with the noes', 9, 6, 5, 2, ['yes 9', 'perhaps 6', 'no+silent 7']],
    ['few yeses with those who say perhaps', 3, 6, 5, 20, ['yes+perhaps 9', 'no 5', 'silent 20']],
    ['nothing where everybody says yes', 25, 0, 0, 0, []],
  ] as const)('puts replies together: %s', (_case, yes, perhaps, no, silent, expected) => {
    const ballots = [
      ...times(yes, { takePart: 'yes' }),
      ...times(perhaps, { takePart: 'perhaps' }),
      ...times(no, { takePart: 'no' }),
    ];
    const { takePart = [] } = tellResult(ballots, topics, ballots.length + silent, at);
    expect(takePart.map(({ of, people }) => `${of.join('+')} ${String(people)}`)).toEqual(expected);
  });
});
