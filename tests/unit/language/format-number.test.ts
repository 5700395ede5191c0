import { formatNumber } from '../../../src/language/format-number';

describe('a number in words for people', () => {
  it.each([
    [-1234.5, 'fr-FR', {}, '−1\u202f234,5'],
    [-1234.5, 'en-GB', {}, '−1,234.5'],
    [-0.18, 'fr-FR', { style: 'percent' }, '−18\u00a0%'],
    [-6, 'en-GB', { signDisplay: 'exceptZero' }, '−6'],
    [6, 'en-GB', { signDisplay: 'exceptZero' }, '+6'],
    // What rounds to 0 is neither more nor less.
    [-0.4, 'en-GB', { maximumFractionDigits: 0 }, '0'],
    [-0, 'fr-FR', {}, '0'],
  ] as const)('%p in %s, %p, is %s', (value, locale, options, written) => {
    expect(formatNumber(value, locale, options)).toBe(written);
  });
});
