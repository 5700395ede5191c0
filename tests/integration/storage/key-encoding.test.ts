import fc from 'fast-check';
import { decodeKey, encodeKey } from '../../../bot/storage/key-encoding';
import { useAzurite } from '../../helpers/azurite';
import { exampleStore, note, noteKeys } from './example-rows';

const unit = fc.oneof(
  fc.integer({ min: 0, max: 0x7f }),
  fc.integer({ min: 0, max: 0xffff }),
  fc.constantFrom(0x2e, 0x2f, 0x7e, 0xd83d),
);
const anyText = fc.array(unit, { maxLength: 12 }).map((units) => String.fromCharCode(...units));
const sign = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

describe('An encoded key', () => {
  it('sorts as its text does', () => {
    fc.assert(
      fc.property(anyText, anyText, anyText, (start, a, b) => {
        return sign(encodeKey(start + a), encodeKey(start + b)) === sign(start + a, start + b);
      }),
      { numRuns: 3_000 },
    );
  });

  it('holds nothing that Azure refuses, and gives its text back', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const encoded = encodeKey(text);
        return /^[-!.0-9:@A-Z^_`a-z{|}~]*$/.test(encoded) && decodeKey(encoded) === text;
      }),
      { numRuns: 3_000 },
    );
  });

  it('sorts right for each pair of neighbouring units', () => {
    const wrong = Array.from({ length: 0xffff }, (_, code) => code).filter(
      (code) => encodeKey(String.fromCharCode(code)) >= encodeKey(String.fromCharCode(code + 1)),
    );
    expect(wrong).toEqual([]);
  });

  it('reads like its text for identifiers and instants', () => {
    expect(encodeKey('2026-11-23T03:45:49.000Z|pair_7')).toBe('2026-11-23T03:45:49.d000Z|pair_7');
  });

  it.each(['a/b', 'a.', '!0', '~00', '@zz', 'é'])('is not made from %p, which it refuses to read', (foreign) => {
    expect(decodeKey(foreign)).toBeUndefined();
  });
});

describe('Keys in the store', () => {
  const azurite = useAzurite();

  it('come back in the order of their text, odd characters and all', async () => {
    const store = exampleStore({ tableClient: await azurite.newTable() });
    const odd = [
      '',
      ' ',
      '!',
      '#',
      '%',
      '%2F',
      "'",
      '+',
      '-',
      '.',
      '..',
      '/',
      '0',
      ':',
      '?',
      'A',
      'Z',
      '\\',
      '_',
      'a',
      'z',
      '|',
      '}',
      '~',
    ];
    const keys = [...odd, 'é', '語', '🙂', '\u0000', '\u007f', '\u0085', 'a/b#c?d\\e', 'a b'];
    await store.commit(
      'p',
      keys.map((key) => note(key)),
    );
    expect(await noteKeys(store, 'p')).toEqual([...keys].sort(sign));
    for (const key of keys) expect((await store.get('p', 'note', key))?.value.text).toBe(key);
  });
});
