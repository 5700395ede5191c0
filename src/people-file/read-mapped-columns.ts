import { foldText } from '../kernel/fold-text';
import type { isNeverRead } from './is-never-read';
import { peopleFields, type MappedColumn, type PeopleField, type PeopleMap } from './participant-contract';
import type { PeopleIssue, RejectionReason } from './people-issue';
import type { PeopleTable } from './people-table';

/** Where a field of a person is found in a row. */
export interface FoundColumn {
  /** The header as the file spells it; what an issue names. */
  readonly header: string;
  readonly indexes: readonly number[];
  /** Own values of the file, folded, and what they stand for. */
  readonly values: ReadonlyMap<string, string>;
  /** What a map gives for every row, in place of a column. */
  readonly constant?: string;
  /** Found by its header, without a map. */
  readonly guessed?: true;
  /** Of languages: what accounts are set to, which says not in which languages anybody works. */
  readonly ofAccount?: true;
  /** Further columns that name the same people, for rows in which the first one does not. */
  readonly otherwise?: readonly (readonly number[])[];
}

/** What a map says of the columns of a table. */
export interface MappedColumns {
  readonly columns: ReadonlyMap<PeopleField, FoundColumn>;
  /** Columns whose values leave a row out. */
  readonly leavingOut: readonly number[];
  /** Columns of people above somebody; undefined where the map says nothing of them. */
  readonly superiors: readonly number[] | undefined;
  readonly rejected: readonly PeopleIssue<RejectionReason>[];
}

/**
 * Finds the columns that a map names, exactly as spelt or else folded. A column of origins is passed over; one of health, family, union or
 * pay is refused, and so is one that the file does not have. `never` says of each column whether it is one of these.
 */
export function readMappedColumns(
  { headers, line: row = 1 }: PeopleTable,
  map: PeopleMap,
  never: readonly ReturnType<typeof isNeverRead>[],
): MappedColumns {
  const folded = headers.map(foldText);
  const columns = new Map<PeopleField, FoundColumn>();
  const leavingOut: number[] = [];
  const rejected: PeopleIssue<RejectionReason>[] = [];
  const at = (name: string): number => {
    const exact = headers.findIndex((header, index) => header === name.trim() && never[index] !== 'origin');
    return exact >= 0
      ? exact
      : folded.findIndex((header, index) => header === foldText(name) && never[index] !== 'origin');
  };
  const refuse = (column: string, reason: RejectionReason, field: string): void =>
    void rejected.push({ row, column, reason, values: { field } });

  /** The columns of these names; undefined where one of them is not there or may not be read. */
  const findAll = (names: readonly string[], field: string): readonly number[] | undefined => {
    for (const name of names) {
      const index = at(name);
      const isOrigin = folded.some((header, place) => header === foldText(name) && never[place] === 'origin');
      if (index < 0 && !isOrigin) refuse(name, 'mapped-column-missing', field);
      if (index >= 0 && never[index] === 'intimate') refuse(name, 'mapped-column-private', field);
    }
    const indexes = names.map(at);
    return indexes.some((index) => index < 0 || never[index] !== undefined) ? undefined : indexes;
  };

  for (const field of peopleFields) {
    const mapped = map[field];
    if (mapped === undefined) continue;
    if (typeof mapped === 'object' && 'constant' in mapped) {
      columns.set(field, { header: field, indexes: [], values: new Map(), constant: mapped.constant });
      continue;
    }
    const names = namesOf(mapped);
    const indexes = findAll(names, field);
    if (indexes === undefined) continue;
    columns.set(field, { header: names.join(' + '), indexes, values: valuesOf(mapped) });
  }

  for (const name of Object.keys(map.leaveOut ?? {})) {
    const index = at(name);
    if (index < 0) refuse(name, 'mapped-column-missing', 'leaveOut');
    else if (never[index] === 'intimate') refuse(name, 'mapped-column-private', 'leaveOut');
    else leavingOut.push(index);
  }
  const ofSuperiors = map.superiors;
  const superiors =
    ofSuperiors === undefined
      ? undefined
      : typeof ofSuperiors === 'object' && 'constant' in ofSuperiors
        ? []
        : (findAll(namesOf(ofSuperiors), 'superiors') ?? []);
  return { columns, leavingOut, superiors, rejected };
}

type NamedColumn = Exclude<MappedColumn, { readonly constant: string }>;

function namesOf(mapped: NamedColumn): readonly string[] {
  if (typeof mapped === 'string') return [mapped];
  return 'column' in mapped ? [mapped.column] : mapped.columns;
}

function valuesOf(mapped: NamedColumn): ReadonlyMap<string, string> {
  const values = (typeof mapped === 'object' && 'values' in mapped ? mapped.values : undefined) ?? {};
  return new Map(
    Object.entries(values)
      .map(([from, to]) => [foldText(from), to] as const)
      .filter(([from]) => from !== ''),
  );
}
