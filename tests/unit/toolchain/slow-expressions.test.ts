import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { wishIn } from '../../../bot/teams/handlers/typed-message';

const said = (text: string, path = 'src/enrolment/planted.ts') => {
  const input = JSON.stringify([{ path, text }]);
  const output = execFileSync(process.execPath, [join(__dirname, 'lint-planted.mjs')], { input, encoding: 'utf8' });
  return (JSON.parse(output) as string[][])[0];
};

describe('a regular expression on people’s text', () => {
  it.each([
    ["export const a = (text: string) => text.replace(/<at>.*?<\\/at>/gu, '');\n", 'src/enrolment/planted.ts'],
    ["export const b = (text: string) => text.replace(/\\/+$/, '');\n", 'bot/teams/planted.ts'],
  ])('that takes the square of its length is refused by lint: %j', (text, path) => {
    expect(said(text, path)).toEqual([expect.stringContaining('2nd degree polynomial')]);
  });

  it('that takes its length passes', () => {
    expect(said("export const c = (text: string) => text.replace(/<at>[^<]*<\\/at>/gu, '');\n")).toEqual([]);
  });
});

test('what looks like many names and is none is read like any other words', () => {
  expect(wishIn('<at>'.repeat(25_000))).toEqual(wishIn('and now?'));
  expect(wishIn('<at>Passerelle</at> aide')).toEqual(wishIn('aide'));
});
