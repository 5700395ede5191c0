import { writeChange } from '../../../src/insight/write-change';

describe('a change as it is written', () => {
  it.each([
    [0.62, '+0.6'],
    [-0.42, '−0.4'],
    [0, '0.0'],
    [0.05, '+0.05'],
    [0.097, '+0.1'],
    // None of these is no change.
    [0.03, '+0.03'],
    [-0.049, '−0.05'],
    [0.0004, '+0.0004'],
    // What is left where decimals are added up.
    [0.1 + 0.2 - 0.3, '0.0'],
    [45.42, '+45.4'],
  ])('%p is %s', (value, written) => {
    expect(writeChange(value, 'en-GB')).toBe(written);
  });

  it('follows the reader’s language', () => {
    expect(writeChange(0.03, 'fr-FR')).toBe('+0,03');
  });
});
