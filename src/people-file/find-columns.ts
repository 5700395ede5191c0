import columnNames from './column-names.json';
import { peopleFields, type MappedColumn, type PeopleField, type PeopleMap } from './participant-contract';
import { foldText } from '../kernel/fold-text';
import type { PeopleIssue, WarningReason } from './people-issue';

/** Where a field of a person is found in a row. */
export interface FoundColumn {
  /** The header as the file spells it; what an issue names. */
  readonly header: string;
  readonly indexes: readonly number[];
  /** Own values of the file, folded, and what they stand for. */
  readonly values: ReadonlyMap<string, string>;
  /** Found by its header, without a map. */
  readonly guessed?: true;
}

export interface FoundColumns {
  readonly columns: ReadonlyMap<PeopleField, FoundColumn>;
  readonly rejected: readonly PeopleIssue<'column-missing' | 'mapped-column-missing'>[];
  readonly warnings: readonly PeopleIssue<WarningReason>[];
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
const origins = new RegExp(
  [
    '(^| )(origins?|origines?|ethnie|ethnic|ethnicity|ethnique|race|races|racial|hispanic|caste|tribe|nationality|nationalites?|nationalities|nationalitat|national origin|citizenship|citoyennete|birthplace|birthcountry|religions?|confession|herkunft|staatsangehorigkeit|staatsburgerschaft|geburtsort|geburtsland|migrationshintergrund)( |$)',
    '(lieu|pays|ville|commune|departement|region|place|country|city|town|state|region) ?(de |of )?(naissance|birth)',
    '(birth|native) (place|country|city|town|state|region)',
    '(countryofbirth|placeofbirth|countryoforigin|countryofcitizenship|ethnicgroup|nationalorigin)',
    '(cultural|social|family|migration) background',
  ].join('|'),
  'u',
);

/**
 * Finds each field's column by the map, else by its usual French and English names; the fields of `leaveOut` are not
 * looked for; `row` is where the headers stand. A column of origins is never read, mapped or not, and that is said. Refuses where a mapped column or one
 * of the needed ones is not in the file.
 */
export function findColumns(
  headers: readonly string[],
  map: PeopleMap = {},
  leaveOut: readonly PeopleField[] = [],
  row = 1,
): FoundColumns {
  const folded = headers.map(foldText);
  const isOrigin = headers.map(isOriginColumn);
  const columns = new Map<PeopleField, FoundColumn>();
  const rejected: PeopleIssue<'column-missing' | 'mapped-column-missing'>[] = [];
  const warnings: PeopleIssue<'column-not-read' | 'column-twice' | 'origin-not-read'>[] = [];
  const used = new Set<number>();
  const at = (name: string): number => {
    const exact = headers.findIndex((header, index) => header === name.trim() && !isOrigin[index]);
    return exact >= 0 ? exact : folded.findIndex((header, index) => header === foldText(name) && !isOrigin[index]);
  };
  const take = (
    field: PeopleField,
    names: readonly string[],
    indexes: readonly number[],
    {
      values,
      guessed,
    }: { readonly values?: Readonly<Record<string, string>> | undefined; readonly guessed?: true } = {},
  ): void => {
    indexes.forEach((index) => used.add(index));
    const folds = Object.entries(values ?? {})
      .map(([from, to]) => [foldText(from), to] as const)
      .filter(([from]) => from !== '');
    columns.set(field, { header: names.join(' + '), indexes, values: new Map(folds), ...(guessed && { guessed }) });
  };

  for (const field of peopleFields) {
    const mapped = map[field];
    if (mapped === undefined) continue;
    const names = namesOf(mapped);
    const missing = names.filter((name) => at(name) < 0 && !isOrigin[folded.indexOf(foldText(name))]);
    missing.forEach((name) => rejected.push({ row, column: name, reason: 'mapped-column-missing', values: { field } }));
    const indexes = names.map(at);
    if (indexes.every((index) => index >= 0)) {
      take(field, names, indexes, typeof mapped === 'object' && 'values' in mapped ? { values: mapped.values } : {});
    }
  }
  const forms = headers.map(headerForms);
  const free = (names: readonly string[]): number =>
    names
      .map((name) => [...nameForms(name)])
      .map((wanted) =>
        forms.findIndex((form, index) => wanted.some((one) => form.has(one)) && !used.has(index) && !isOrigin[index]),
      )
      .find((index) => index >= 0) ?? -1;
  const guess = (field: PeopleField, ...indexes: readonly number[]): void => {
    if (columns.has(field) || map[field] !== undefined || leaveOut.includes(field)) return;
    if (indexes.some((index) => index < 0)) return;
    take(
      field,
      indexes.map((index) => headers[index] ?? ''),
      indexes,
      { guessed: true },
    );
  };
  for (const field of peopleFields) guess(field, free(usualNames[field]));
  guess('name', free(firstNames), free(lastNames));
  guess('name', free(lastNames));

  headers.forEach((header, index) => {
    if (isOrigin[index]) warnings.push({ row, column: header, reason: 'origin-not-read' });
    else if (!used.has(index) && header !== '') {
      const twin = folded.findIndex((other) => other === folded[index]);
      warnings.push({ row, column: header, reason: twin < index ? 'column-twice' : 'column-not-read' });
    }
  });
  if (rejected.length === 0) {
    if (!columns.has('id') && !columns.has('email')) rejected.push({ row, column: 'id', reason: 'column-missing' });
    for (const field of ['name', 'role'] as const) {
      if (!columns.has(field)) rejected.push({ row, column: field, reason: 'column-missing' });
    }
  }
  return { columns, rejected, warnings };
}

/** Whether a column says where people come from: such a column is never read. */
export function isOriginColumn(header: string): boolean {
  return origins.test(foldText(header.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')));
}

/** A header as systems and people spell it: `displayName`, `Display name` and `Display Name (as in Teams)` are one, as are `Manager - ID` and `Manager ID`. */
function headerForms(header: string): ReadonlySet<string> {
  const forms = [header, header.replace(/\([^()]*\)|\[[^[\]]*\]/gu, ' ')].map(nameForms);
  return new Set(forms.flatMap((form) => [...form]));
}

/** Without spaces, and with the words in alphabetical order. */
function nameForms(name: string): ReadonlySet<string> {
  const words = foldText(name).split(' ');
  return new Set([words.join(''), [...words].sort().join(' ')]);
}

function namesOf(mapped: MappedColumn): readonly string[] {
  if (typeof mapped === 'string') return [mapped];
  return 'column' in mapped ? [mapped.column] : mapped.columns;
}
