import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { cardHtml } from '../../../bot/local/teams-page/markdown';
import { escapeText } from '../../../bot/teams/cards/escape-text';

const wordJoiner = /\u2060/gu;
const entities: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' };

/** What a person reads where this HTML is shown. */
const read = (html: string) =>
  html
    .trim()
    .replace(/^<p>|<\/p>$/gu, '')
    .replace(/&(?:amp|lt|gt|quot);/gu, (entity) => entities[entity] ?? entity)
    .replace(wordJoiner, '');
const onOneLine = (text: string) => text.replace(/\s+/gu, ' ').trim();

/** What Microsoft's renderer makes of texts before it draws them: it writes dates and times. Its library is an ES module. */
function formatted(texts: readonly string[]): readonly string[] {
  const program = `
    import { text } from 'node:stream/consumers';
    import { formatText } from 'adaptivecards/lib/text-formatters.js';
    console.log(JSON.stringify(JSON.parse(await text(process.stdin)).map((one) => formatText('en', one))));`;
  const options = { input: JSON.stringify(texts), encoding: 'utf8', maxBuffer: 50_000_000 } as const;
  return JSON.parse(spawnSync(process.execPath, ['--input-type=module', '-e', program], options).stdout) as string[];
}

const syntax = [
  '{{DATE(2017-02-14T06:08:00Z, SHORT)}}',
  '{{TIME(2017-02-14T06:08:00Z)}}',
  '{{',
  '{',
  '}}',
  '${name}',
  '**',
  '_',
  '~~',
  '`',
  '[here](https://evil.example)',
  '![x](y)',
  '<at>Zoé</at>',
  '<b>',
  ':smile:',
  ':+1:',
  '&amp;',
  '&#65;',
  'www.evil.example',
  'http://evil.example',
  '# ',
  '- ',
  '1. ',
  '+',
  '> ',
  '|',
  '\\',
  '\n',
  ' ',
  'Zoé',
  'Dupont-Martin',
] as const;
const typed = fc.array(fc.oneof(fc.constantFrom(...syntax), fc.string({ maxLength: 4 })), { maxLength: 8 });

it('F36: text that a person typed is shown as typed, whatever Teams would make of it', () => {
  fc.assert(
    fc.property(typed, (parts) => {
      const text = parts.join('').replace(wordJoiner, '');
      expect(read(cardHtml(escapeText(text)))).toBe(onOneLine(text));
    }),
    { numRuns: 3_000 },
  );
});

it('no date or time is written in place of what a person typed', () => {
  const texts = fc.sample(typed, { numRuns: 3_000, seed: 11 }).map((parts) => escapeText(parts.join('')));
  expect(formatted(texts)).toEqual(texts);
  // The renderer would have done so.
  expect(formatted(['{{DATE(2017-02-14T06:08:00Z, SHORT)}}'])).not.toEqual(['{{DATE(2017-02-14T06:08:00Z, SHORT)}}']);
});

it('no code of an emoji is left whole', () => {
  expect(escapeText('Zoé :smile: (10:30)')).not.toMatch(/:smile:/u);
});
