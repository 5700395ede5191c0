/**
 * A text with what people spell differently taken away: case, accents, ligatures, punctuation, double spaces.
 * `« Réseaux  sociaux »` and `reseaux-sociaux` fold to `reseaux sociaux`. `+` and `&` stay: they tell words apart.
 */
export function foldText(text: string): string {
  if (/^[a-z0-9]+(?: [a-z0-9]+)*$/u.test(text)) return text;
  // Most cells are of these letters, which have no marks to take away.
  if (/^[ -~]*$/u.test(text))
    return text
      .toLowerCase()
      .replace(/[^a-z0-9+&]+/gu, ' ')
      .trim();
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
