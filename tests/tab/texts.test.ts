import { IntlMessageFormat } from 'intl-messageformat';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import boardEnglish from '../../src/board/text/en.json';
import boardFrench from '../../src/board/text/fr.json';
import insightEnglish from '../../src/insight/text/en.json';
import insightFrench from '../../src/insight/text/fr.json';
import hrPageEnglish from '../../src/hr-page/text/en.json';
import hrPageFrench from '../../src/hr-page/text/fr.json';
import { tabTexts, textFiles, textsIn } from '../helpers/tab-texts';

const boardWords = { fr: boardFrench, en: boardEnglish };
const french = tabTexts('fr');
const english = tabTexts('en');
const tab = join(__dirname, '../../tab');

function sources(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sources(path);
    return /\.tsx?$/u.test(entry.name) ? [readFileSync(path, 'utf8')] : [];
  });
}

/** Names of the values a text takes, those inside its plurals and choices too. */
function placeholders(text: string): readonly string[] {
  const names = [...text.matchAll(/\{([a-z]+)[,}]/gu)].map((match) => match[1] ?? '');
  return [...new Set(names)].sort();
}

describe('the texts of the tab', () => {
  it('exist in French and in English, key by key', () => {
    expect(Object.keys(french).sort()).toEqual(Object.keys(english).sort());
  });

  it('stand in one file of each language, that of the page that shows them', () => {
    for (const language of ['fr', 'en'] as const) {
      const keys = textFiles(language).flatMap((file) => Object.keys(textsIn(file)));
      expect([...new Set(keys)]).toEqual(keys);
    }
  });

  it('tell of a pair in the words of the file that HR takes away', () => {
    for (const [language, words] of [
      ['fr', french],
      ['en', english],
    ] as const)
      for (const [key, text] of Object.entries(boardWords[language])) {
        const shown = /^csv\.(step|health)\.(.+)$/u.exec(key);
        if (shown === null) continue;
        expect([key, words[`${shown[1] === 'step' ? 'steps' : 'health'}.${shown[2] ?? ''}`]]).toEqual([key, text]);
      }
  });

  it('name a survey as the files that HR takes away do', () => {
    expect([french['round.name'], english['round.name']]).toEqual([
      insightFrench['round.name'],
      insightEnglish['round.name'],
    ]);
  });

  it('count a programme in the words of the report to the board', () => {
    for (const [words, report] of [
      [french, hrPageFrench],
      [english, hrPageEnglish],
    ] as const) {
      const figures = Object.entries(words).filter(([key]) => key.startsWith('sponsor.figure.'));
      expect(figures.length).toBe(5);
      for (const [key, text] of figures)
        expect([key, (report as Readonly<Record<string, string>>)[`report.${key.slice('sponsor.'.length)}`]]).toEqual([
          key,
          text,
        ]);
    }
  });

  it('take the same values in both languages', () => {
    for (const [key, text] of Object.entries(french))
      expect([key, placeholders(text)]).toEqual([key, placeholders(english[key] ?? '')]);
  });

  it('are all used, or belong to a family that is chosen by a value', () => {
    const code = sources(tab).join('\n');
    const families = [...code.matchAll(/`([a-z][a-z-]*\.[a-z.-]*)\$\{/gu)].map((match) => match[1] ?? '');
    const suffixes = [...code.matchAll(/t\(`([a-z]+\.)\$\{[^}]+\}(-[a-z]+)`/gu)].map((match) => match[2] ?? '');
    const unused = Object.keys(english).filter(
      (key) =>
        !code.includes(`'${key}'`) &&
        !families.some((family) => key.startsWith(family)) &&
        !suffixes.some((suffix) => key.endsWith(suffix)),
    );
    expect(unused).toEqual([]);
  });

  it('put no French word before a name that it would have to run into', () => {
    const wanting = Object.entries(french).filter(([, text]) =>
      /\b(?:de|que|jusque) \{(?:name|mentor|mentee|partner|sponsor)\}/u.test(text),
    );
    expect(wanting).toEqual([]);
  });

  it('keep French punctuation from breaking away from its word', () => {
    for (const [key, text] of Object.entries(french)) {
      expect([key, / [:;!?»]|« /u.exec(text)?.[0]]).toEqual([key, undefined]);
      expect([key, /[\p{L}\d][!?»]|\p{L};/u.exec(text)?.[0]]).toEqual([key, undefined]);
    }
  });

  it('can all be read as messages', () => {
    for (const texts of [french, english]) {
      for (const text of Object.values(texts))
        expect(() => new IntlMessageFormat(text, 'fr', undefined, { ignoreTag: true })).not.toThrow();
    }
  });

  it('use the typographic apostrophe, which is no escape of the message format', () => {
    for (const texts of [french, english])
      for (const [key, text] of Object.entries(texts)) expect([key, text.includes("'")]).toEqual([key, false]);
  });

  it('talk down to nobody', () => {
    const forbidden =
      /despite (your|their) age|digital native|remedial|même un senior|malgré (votre|son|ton) âge|retardataire|en retard|\blate\b|behind/iu;
    for (const texts of [french, english])
      for (const [key, text] of Object.entries(texts))
        expect([key, forbidden.exec(text)?.[0]]).toEqual([key, undefined]);
  });
});
