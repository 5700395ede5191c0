import { localeOf, type Language } from '../../../src/language/languages';

/** Languages by their names in the reader's own: `['fr', 'en']` → « français, anglais ». Unknown codes stay as they are. */
export function languageNames(codes: readonly string[], language: Language): string {
  return codes.map((code) => languageName(code, language)).join(', ');
}

/** One language by its name. */
export function languageName(code: string, language: Language): string {
  try {
    return new Intl.DisplayNames([localeOf[language]], { type: 'language' }).of(code) ?? code;
  } catch {
    return code;
  }
}
