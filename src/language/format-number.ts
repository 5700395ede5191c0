/**
 * A number in words for people, as the locale writes it, with the sign − (U+2212) where Intl has a hyphen: in both languages. What rounds to 0 has no sign.
 * Cells of files keep their hyphen, which programs read as a number.
 */
export function formatNumber(value: number, locale: string, options: Intl.NumberFormatOptions = {}): string {
  return new Intl.NumberFormat(locale, { signDisplay: 'negative', ...options }).format(value).replace('-', '\u2212');
}
