import { languageOfCountry } from '../catalogues/place-names';
import type { NotStated } from '../domain/participant';
import type { FoundColumn } from './read-mapped-columns';
import type { CellReaders } from './read-cells-once';
import type { RowReading } from './read-row';

/** Languages that stand in the place of what nobody has said; no statement about anybody. */
const usualLanguages: readonly string[] = ['fr', 'en'];

/** The languages of a row, or what stands for them, and what of it nobody has said. */
export interface RowLanguages {
  readonly languages: readonly string[];
  readonly notStated: readonly NotStated[];
}

/** Reads the languages of a row: as stated, else that of its country, else the usual ones. */
export function readRowLanguages(row: RowReading, country: string | undefined, readers: CellReaders): RowLanguages {
  const column = row.columns.get('languages');
  const text = row.cell('languages');
  const { codes, unknown, tooLow, isByLevel, isUnknownFirst } = readers.languages(text);
  const ofAccount = column?.ofAccount === true;
  for (const value of tooLow) row.warn('languages', 'language-below-working-level', { value });
  if (text === '') row.warn('languages', 'languages-not-stated');
  else if (codes.length === 0) row.warn('languages', 'languages-unreadable', { value: text.slice(0, 60) });
  else {
    for (const value of unknown) row.warn('languages', 'language-unknown', { value: value.slice(0, 60) });
    if (ofAccount) row.warn('languages', 'language-of-account');
  }
  // A language that is not known is one too: it may be the one they are most at ease in.
  const isOne = codes.length === 0 || codes.length + unknown.length === 1;
  const isOrdered = isOne || isByLevel || (!isUnknownFirst && isListedInOrder(column, text));
  if (!isOrdered && !ofAccount) row.warn('languages', 'first-language-not-stated');
  const ofCountry = country === undefined ? undefined : languageOfCountry(country);
  return {
    languages: codes.length > 0 ? codes : ofCountry === undefined ? usualLanguages : [ofCountry],
    notStated: [
      ...(codes.length === 0 || ofAccount ? (['languages'] as const) : []),
      ...(isOrdered ? [] : (['firstLanguage'] as const)),
    ],
  };
}

/**
 * Whether the order of a list of languages says where somebody is most at ease: under the product's own header, and where a map names the column, since both
 * ask for it. What was ticked in a form, which ends each value with a mark, comes in no order.
 */
function isListedInOrder(column: FoundColumn | undefined, text: string): boolean {
  return (column?.guessed === undefined || column.header === 'languages') && !/[;,|]\s*$/u.test(text);
}
