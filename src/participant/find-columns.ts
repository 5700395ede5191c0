import columnNames from './column-names.json';
import { peopleFields, type MappedColumn, type PeopleField, type PeopleMap } from './contract';
import { foldText } from './fold-text';
import type { PeopleIssue } from './people-issue';

/** Where a field of a person is found in a row. */
export interface FoundColumn {
  /** The header as the file spells it; what an issue names. */
  readonly header: string;
  readonly indexes: readonly number[];
  /** Own values of the file, folded, and what they stand for. */
  readonly values: ReadonlyMap<string, string>;
}

export interface FoundColumns {
  readonly columns: ReadonlyMap<PeopleField, FoundColumn>;
  readonly rejected: readonly PeopleIssue<'column-missing' | 'mapped-column-missing'>[];
  readonly warnings: readonly PeopleIssue<'column-not-read' | 'column-twice' | 'origin-not-read'>[];
}

const usualNames: Readonly<Record<PeopleField, readonly string[]>> = columnNames;
const firstNames = ['prenom', 'prenoms', 'first name', 'firstname', 'given name', 'forename'];
const lastNames = [
  'nom',
  'nom de famille',
  'last name',
  'lastname',
  'surname',
  'family name',
  'nom d usage',
  'nom usuel',
];
const origins =
  /(^| )(origins?|origines?|ethnie|ethnic|ethnicity|ethnique|race|racial|nationality|nationalites?|nationalities|citizenship|birthplace|birth country|religions?)( |$)|(lieu|pays|place|country) (de naissance|of birth)/u;

/**
 * Finds each field's column by the map, else by its usual French and English names; the fields of `leaveOut` are not
 * looked for. A column of origins is never read, mapped or not, and that is said. Refuses where a mapped column or one
 * of the needed ones is not in the file.
 */
export function findColumns(
  headers: readonly string[],
  map: PeopleMap = {},
  leaveOut: readonly PeopleField[] = [],
): FoundColumns {
  const folded = headers.map(foldText);
  const isOrigin = headers.map(isOriginColumn);
  const columns = new Map<PeopleField, FoundColumn>();
  const rejected: PeopleIssue<'column-missing' | 'mapped-column-missing'>[] = [];
  const warnings: PeopleIssue<'column-not-read' | 'column-twice' | 'origin-not-read'>[] = [];
  const used = new Set<number>();
  const at = (name: string): number =>
    folded.findIndex((header, index) => header === foldText(name) && !isOrigin[index]);
  const take = (
    field: PeopleField,
    names: readonly string[],
    indexes: readonly number[],
    values?: Readonly<Record<string, string>>,
  ): void => {
    indexes.forEach((index) => used.add(index));
    const folds = Object.entries(values ?? {})
      .map(([from, to]) => [foldText(from), to] as const)
      .filter(([from]) => from !== '');
    columns.set(field, { header: names.join(' + '), indexes, values: new Map(folds) });
  };

  for (const field of peopleFields) {
    const mapped = map[field];
    if (mapped === undefined) continue;
    const names = namesOf(mapped);
    const missing = names.filter((name) => at(name) < 0 && !isOrigin[folded.indexOf(foldText(name))]);
    missing.forEach((name) =>
      rejected.push({ row: 1, column: name, reason: 'mapped-column-missing', values: { field } }),
    );
    const indexes = names.map(at);
    if (indexes.every((index) => index >= 0)) {
      take(field, names, indexes, typeof mapped === 'object' && 'values' in mapped ? mapped.values : undefined);
    }
  }
  const free = (names: readonly string[]): number =>
    names
      .map((name) => folded.findIndex((header, index) => header === name && !used.has(index) && !isOrigin[index]))
      .find((index) => index >= 0) ?? -1;
  const guess = (field: PeopleField, ...indexes: readonly number[]): void => {
    if (columns.has(field) || map[field] !== undefined || leaveOut.includes(field)) return;
    if (indexes.some((index) => index < 0)) return;
    take(
      field,
      indexes.map((index) => headers[index] ?? ''),
      indexes,
    );
  };
  for (const field of peopleFields) guess(field, free(usualNames[field]));
  guess('name', free(firstNames), free(lastNames));
  guess('name', free(lastNames));

  headers.forEach((header, index) => {
    if (isOrigin[index]) warnings.push({ row: 1, column: header, reason: 'origin-not-read' });
    else if (!used.has(index) && header !== '') {
      const twin = folded.findIndex((other) => other === folded[index]);
      warnings.push({ row: 1, column: header, reason: twin < index ? 'column-twice' : 'column-not-read' });
    }
  });
  if (rejected.length === 0) {
    if (!columns.has('id') && !columns.has('email')) rejected.push({ row: 1, column: 'id', reason: 'column-missing' });
    for (const field of ['name', 'role'] as const) {
      if (!columns.has(field)) rejected.push({ row: 1, column: field, reason: 'column-missing' });
    }
  }
  return { columns, rejected, warnings };
}

/** Whether a column says where people come from: such a column is never read. */
export function isOriginColumn(header: string): boolean {
  return origins.test(foldText(header));
}

function namesOf(mapped: MappedColumn): readonly string[] {
  if (typeof mapped === 'string') return [mapped];
  return 'column' in mapped ? [mapped.column] : mapped.columns;
}
