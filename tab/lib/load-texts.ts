import type { Language } from '../host/host';
import type { Texts } from './translate';

/** The texts of one language: only the reader's are loaded. */
export async function loadTexts(language: Language): Promise<Texts> {
  return language === 'fr' ? (await import('../text/fr.json')).default : (await import('../text/en.json')).default;
}
