import { cellsText } from './cell-text';
import type { FoundColumn } from './read-mapped-columns';
import type { PeopleField } from './participant-contract';
import type { PeopleTable } from './people-table';
import { areLocales, isAccountLanguage } from './tell-account-language';

/** Marks a column of languages that is of accounts, by its header or its cells. One that a map names holds what the map says: working languages. */
export function markAccountLanguage(
  { rows }: PeopleTable,
  columns: ReadonlyMap<PeopleField, FoundColumn>,
): ReadonlyMap<PeopleField, FoundColumn> {
  const languages = columns.get('languages');
  if (languages?.guessed === undefined) return columns;
  const isOfAccount =
    isAccountLanguage(languages.header) || areLocales(rows.map((row) => cellsText(row, languages.indexes).trim()));
  return isOfAccount ? new Map([...columns, ['languages', { ...languages, ofAccount: true }]]) : columns;
}
