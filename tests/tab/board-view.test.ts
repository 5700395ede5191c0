import fc from 'fast-check';
import { chooseRows, readChoice, sortKeys, writeChoice } from '../../tab/pages/pairs/board-view';
import { board } from './stage/fixtures';

const { rows } = board();

describe('the board in the browser', () => {
  it('keeps what the reader chose in the address, and reads it back', () => {
    fc.assert(
      fc.property(
        fc.record({
          search: fc.string(),
          health: fc.constantFrom('', 'quiet'),
          topic: fc.constantFrom('', 'prompting'),
          sort: fc.constantFrom(...sortKeys),
          descending: fc.boolean(),
        }),
        (choice) => {
          expect(readChoice(new URLSearchParams(writeChoice(choice)))).toEqual(choice);
        },
      ),
    );
  });

  it('takes a stranger’s address for the default', () => {
    expect(readChoice(new URLSearchParams('sort=drop&order=x&health='))).toEqual({
      search: '',
      health: '',
      topic: '',
      sort: 'health',
      descending: false,
    });
  });

  it('shows the pairs that could use a hand first', () => {
    const chosen = chooseRows(rows, readChoice(new URLSearchParams()), 'en');
    expect(chosen[0]?.health).toBe('needs-a-time');
    expect(chosen).toHaveLength(rows.length);
  });

  it('finds either name of a pair, whatever its case', () => {
    const chosen = chooseRows(rows, { ...readChoice(new URLSearchParams()), search: ' yUKI ' }, 'fr');
    expect(chosen.length).toBeGreaterThan(0);
    expect(chosen.every((row) => row.mentor.name.startsWith('Yuki'))).toBe(true);
  });

  it('puts pairs without a date last when sorted by the next session', () => {
    for (const address of ['sort=next', 'sort=next&order=down']) {
      const dates = chooseRows(rows, readChoice(new URLSearchParams(address)), 'en').map((row) => row.nextSession);
      expect(dates[0]).toBeDefined();
      expect(dates.at(-1)).toBeUndefined();
      const known = dates.filter((date) => date !== undefined).sort();
      expect(dates.slice(0, known.length)).toEqual(address.endsWith('down') ? known.reverse() : known);
    }
  });
});
