import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTranslate, type Translate } from '../../tab/lib/translate';
import type { Language } from '../../src/language/languages';

const tab = join(__dirname, '../../tab');

/** The files of the tab's words in one language: those around every page, then those of each page. */
export function textFiles(language: Language): readonly string[] {
  const pages = readdirSync(join(tab, 'pages'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return [
    join(tab, 'text', `${language}.json`),
    ...pages.map(({ name }) => join(tab, 'pages', name, 'text', `${language}.json`)),
  ];
}

/** What one file of words holds, as it was written. */
export function textsIn(file: string): Readonly<Record<string, string>> {
  return JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, string>>;
}

/** Every text of the tab in one language. */
export function tabTexts(language: Language): Readonly<Record<string, string>> {
  return Object.assign({}, ...textFiles(language).map(textsIn)) as Readonly<Record<string, string>>;
}

/** What the pages of the tab say in one language. */
export function tabWords(language: Language): Translate {
  const texts = tabTexts(language);
  return createTranslate(language, (key) => texts[key]);
}
