import { stringify } from 'csv-stringify/sync';
import type { Language } from '../../src/language/languages';

/** What a spreadsheet set to the language takes for the end of a cell: Excel in French reads no comma. */
const delimiterOf: Readonly<Record<Language, string>> = { fr: ';', en: ',' };

/** Places behind the decimal sign: more than any figure is known to. */
const places = 4;

/**
 * Records as RFC 4180 with a byte order mark, parted as a spreadsheet in the language does, numbers with its decimal sign.
 * A text that a spreadsheet would run is quoted with an apostrophe.
 */
export function writeCsv(records: readonly (readonly (string | number | undefined)[])[], language: Language): string {
  return stringify(
    records.map((record) =>
      record.map((cell) => (typeof cell === 'number' ? decimal(cell, language) : harmless(cell ?? ''))),
    ),
    { bom: true, record_delimiter: 'windows', delimiter: delimiterOf[language] },
  );
}

/** Quoted with an apostrophe where a spreadsheet would take the text for a formula, blanks and control characters before it included. */
export function harmless(cell: string): string {
  return /^[\s\u0000]*[=+\-@＝＋－＠]|^[\t\r\n\u0000]/u.test(cell) ? `'${cell}` : cell;
}

function decimal(value: number, language: Language): string {
  const written = String(Number(value.toFixed(places)));
  return language === 'fr' ? written.replace('.', ',') : written;
}
