import type { Language as SpokenLanguage } from '../../src/language/languages';
import type { LastPage } from './last-page';

export type ThemeName = 'default' | 'dark' | 'contrast';
export type Language = SpokenLanguage;

/** What the tab takes from the window it runs in. */
export interface Host {
  readonly language: Language;
  readonly theme: ThemeName;
  /** Page asked for by a deep link, e.g. `/programmes/p1/pairs`. */
  readonly page?: string;
  /** Where this person was before the frame was loaded again. */
  readonly lastPage: LastPage;
  /** Tells of every later change of theme. */
  onTheme(listener: (theme: ThemeName) => void): void;
  /**
   * A token of the person for our server; rejects when Teams gives none. Teams keeps a token as long as it is good; with `issuedAfter`,
   * in seconds since 1970, it is asked for one that was issued later.
   */
  requestToken(issuedAfter?: number): Promise<string>;
  /** Tells Teams that the page can be shown. */
  shown(): void;
}

/** French for any French locale, else English. */
export function languageOf(locale: string | undefined): Language {
  return locale?.toLowerCase().startsWith('fr') === true ? 'fr' : 'en';
}

/** Teams knows more theme names than it has themes; the unknown ones are light. */
export function themeOf(name: string | undefined): ThemeName {
  if (name === 'dark' || name === 'contrast') return name;
  return 'default';
}
