import { countProgress } from '../../../src/board/count-progress';
import type { BoardRow } from '../../../src/domain/board';

const ends = ['2027-02-11T09:00:00.000Z', '2027-03-11T09:00:00.000Z', '2027-04-11T08:00:00.000Z'];

function aRow(number: number, overrides: Partial<BoardRow> = {}): BoardRow {
  return {
    pairId: `pair-${String(number)}`,
    mentor: { id: `M${String(number)}`, name: 'Zoé' },
    mentee: { id: `S${String(number)}`, name: 'Anne' },
    topics: ['generative-ai'],
    places: { mentor: { function: 'IT', site: 'Lyon' }, mentee: { function: 'Finance', site: 'Lyon' } },
    startedAt: '2027-01-11T09:00:00.000Z',
    months: ['held', 'none', 'none'],
    windowEnds: ends,
    state: 'active',
    ...overrides,
  };
}
const rows = (count: number, overrides: Partial<BoardRow> = {}): readonly BoardRow[] =>
  Array.from({ length: count }, (_none, index) => aRow(index + 1, overrides));

describe('what pairs have come to', () => {
  it('plans an hour for each pair once the month is over, or before it where it was held', () => {
    const board = [aRow(1, { months: ['held', 'held', 'none'] }), aRow(2, { months: ['missed', 'booked', 'none'] })];
    expect(countProgress(board, '2027-02-20').months).toEqual([
      { number: 1, held: 1, planned: 2 },
      { number: 2, held: 1, planned: 1 },
      { number: 3, held: 0, planned: 0 },
    ]);
    expect(countProgress(board, '2027-03-12').months[1]).toEqual({ number: 2, held: 1, planned: 2 });
  });

  it('plans nothing in the months after a pair has ended', () => {
    const board = [aRow(1, { state: 'ended', months: ['held', 'after-end', 'after-end'] })];
    expect(countProgress(board, '2027-05-01').months.map(({ planned }) => planned)).toEqual([1, 0, 0]);
  });

  it('tells of topics, and of the ways between functions, from five pairs up', () => {
    const four = countProgress(rows(4), '2027-02-20');
    expect([four.topics, four.ways]).toEqual([[], []]);
    const five = countProgress(rows(5), '2027-02-20');
    expect(five.topics).toEqual([{ topic: 'generative-ai', pairs: 5, held: 5 }]);
    expect(five.ways).toEqual([{ mentor: 'IT', mentee: 'Finance', pairs: 5 }]);
  });

  it('leaves out topics in a person’s own words', () => {
    expect(countProgress(rows(6, { topics: ['own:bees'] }), '2027-02-20').topics).toEqual([]);
  });

  it('counts who joins two functions or two sites, of those whose places are known', () => {
    const nowhere = aRow(9, { places: { mentor: {}, mentee: { function: 'Finance' } } });
    expect(countProgress([...rows(2), nowhere], '2027-02-20').across).toEqual({
      function: { joining: 2, of: 2 },
      site: { joining: 0, of: 2 },
    });
  });

  it('counts a person with two partners once, and pairs that went through all their months', () => {
    const board = [
      aRow(1, { state: 'finished' }),
      aRow(2, { state: 'ended', mentee: { id: 'S1', name: 'Anne' } }),
      aRow(3),
    ];
    const { paired, over } = countProgress(board, '2027-05-01');
    expect([paired, over]).toEqual([5, { finished: 1, of: 2 }]);
  });
});
