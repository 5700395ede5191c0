import fc from 'fast-check';
import { chooseRows, readChoice, sortKeys, writeChoice } from '../../tab/pages/programme/board-view';
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
    const chosen = chooseRows(rows, readChoice(new URLSearchParams('sort=next')), 'en');
    expect(chosen[0]?.nextSession).toBeDefined();
    expect(chosen.at(-1)?.nextSession).toBeUndefined();
  });
});
