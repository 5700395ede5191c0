import { isLanguage, type Language } from '../../src/language/languages';

/** The best of French and English for an Accept-Language header; French when it names neither. */
export function readerLanguage(header: string | undefined): Language {
  const wishes = (header ?? '')
    .slice(0, 500)
    .split(',')
    .map((part, order) => {
      const [range = '', ...settings] = part.trim().toLowerCase().split(';');
      const quality = settings
        .map((setting) => /^\s*q=([01](?:\.\d+)?)\s*$/.exec(setting)?.[1])
        .find((value) => value !== undefined);
      return { language: range.split('-')[0], quality: quality === undefined ? 1 : Number(quality), order };
    })
    .filter(
      (wish): wish is { language: Language; quality: number; order: number } =>
        isLanguage(wish.language) && wish.quality > 0,
    )
    .sort((a, b) => b.quality - a.quality || a.order - b.order);
  return wishes[0]?.language ?? 'fr';
}
