import { openText, sealText } from '../../../bot/seal-text';

const key = 'key-of-the-tests';
const sealed = sealText(key, 'Très utile 👍', 'sheet|1');

describe('A sealed text', () => {
  it('is opened by who has the key and says what it is', () => {
    expect(openText(key, sealed, 'sheet|1')).toBe('Très utile 👍');
  });

  it.each([
    ['another key', 'another-key', sealed, 'sheet|1'],
    ['another label', key, sealed, 'sheet|2'],
    ['a bit changed', key, `${sealed.startsWith('A') ? 'B' : 'A'}${sealed.slice(1)}`, 'sheet|1'],
    ['its end cut off', key, sealed.slice(0, -4), 'sheet|1'],
    ['nothing in it', key, '', 'sheet|1'],
    ['what was never sealed', key, 'not sealed at all, and long enough to be', 'sheet|1'],
  ])('is not opened with %s', (_what, secret, text, label) => {
    expect(openText(secret, text, label)).toBeUndefined();
  });

  it('is another one each time, and as long for texts as long', () => {
    const again = sealText(key, 'Très utile 👍', 'sheet|1');
    expect(again).not.toBe(sealed);
    expect(again).toHaveLength(sealed.length);
    expect(sealed).not.toContain('utile');
  });
});
