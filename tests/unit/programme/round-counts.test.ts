import { emptyBoard } from '../../../src/domain/board';
import { roundCounts } from '../../../src/hr-page/programme-counts';

const round = {
  key: 'baseline',
  etag: 'e',
  value: {
    id: 'baseline',
    instrument: 'baseline' as const,
    opensAt: '2027-01-01T00:00:00.000Z',
    closesAt: '2027-02-01T00:00:00.000Z',
    state: 'open' as const,
    revision: 1,
  },
};

it.each([
  [10, 4, true],
  [10, 5, false],
  [10, 6, true],
  [10, 9, true],
  [10, 10, false],
  [4, 4, true],
  [0, 0, true],
])('of %i asked and %i who answered, the counts are hidden: %s', (asked, answered, hidden) => {
  const counts = { 'responses.baseline.asked': asked, 'responses.baseline.answered': answered };
  const told = roundCounts(round, { ...emptyBoard(round.value.opensAt), counts });
  expect(told).toMatchObject(hidden ? { hidden } : { hidden, asked, answered });
  expect('asked' in told).toBe(!hidden);
});
