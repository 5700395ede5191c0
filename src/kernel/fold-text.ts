/**
 * A text with what people spell differently taken away: case, accents, ligatures, punctuation, double spaces.
 * `« Réseaux  sociaux »` and `reseaux-sociaux` fold to `reseaux sociaux`. `+` and `&` stay: they tell words apart.
 */
export function foldText(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/œ/gu, 'oe')
    .replace(/æ/gu, 'ae')
    .replace(/ß/gu, 'ss')
    .replace(/[^\p{L}\p{N}+&]+/gu, ' ')
    .trim();
}
