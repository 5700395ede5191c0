import { guessColumns, type Candidate } from './guess-columns';
import { leaveColumns } from './find-presence-columns';
import { findGuestSigns, type GuestSign } from './find-guest-signs';
import { foldText } from '../kernel/fold-text';
import { hasLostLetters } from './has-lost-letters';
import { isNeverRead } from './is-never-read';
import { peopleFields, type MappedColumn, type PeopleField, type PeopleMap } from './participant-contract';
import type { PeopleIssue, RejectionReason, WarningReason } from './people-issue';
import type { PeopleTable } from './people-table';
import { rateHeader, type RatedField } from './rate-header';
import { identityColumns, isNameColumn, rowsNamed, type RowsNamed } from './rows-named';
import { isLevelHeader } from './tell-level-header';
import { relationOf } from './tell-relation';
import { tellUnreadColumns } from './tell-unread-columns';
import { findKeyColumns, findNamingColumns } from './find-naming-columns';

/** Fields of what somebody is, and whether they are there: their columns may tell both. */
const presenceFields = ['guest', 'status', 'accountEnabled'] as const;

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

export interface FoundColumns {
  readonly columns: ReadonlyMap<PeopleField, FoundColumn>;
  /** Columns by which other rows may name a person, besides id, address and name. */
  readonly identities: readonly number[];
  /** Columns that say, wholly or in part, by which name else a person is known. */
  readonly names: readonly number[];
  /** Columns that say who is on leave. */
  readonly leave: readonly number[];
  /** Columns that say who is from outside. */
  readonly guests: readonly GuestSign[];
  /** Columns of people above somebody, besides the manager. */
  readonly superiors: readonly number[];
  readonly rejected: readonly PeopleIssue<RejectionReason>[];
  readonly warnings: readonly PeopleIssue<WarningReason>[];
}

/**
 * Finds each field's column by the map, else by the words of the headers and the cells below (`guessColumns`); the fields of `leaveOut` are not
 * looked for. A column of origins is never read, mapped or not, and that is said; a map that names one of health, family, union or
 * pay is refused. Refuses where a mapped column or one of the needed ones is not in the file.
 */
export function findColumns(
  table: PeopleTable,
  map: PeopleMap = {},
  leaveOut: readonly PeopleField[] = [],
): FoundColumns {
  const { headers, line: row = 1 } = table;
  const folded = headers.map(foldText);
  const never = headers.map(isNeverRead);
  const rates = headers.map((header): ReadonlyMap<RatedField, number> => rateHeader(header));
  const columns = new Map<PeopleField, FoundColumn>();
  const rejected: PeopleIssue<RejectionReason>[] = [];
  const warnings: PeopleIssue<WarningReason>[] = [];
  const used = new Set<number>();
  /** Read for another end than a field's; may be one's column too. */
  const read = new Set<number>();
  const at = (name: string): number => {
    const exact = headers.findIndex((header, index) => header === name.trim() && never[index] !== 'origin');
    return exact >= 0
      ? exact
      : folded.findIndex((header, index) => header === foldText(name) && never[index] !== 'origin');
  };
  const headerOf = (indexes: readonly number[]): string => indexes.map((index) => headers[index] ?? '').join(' + ');

  for (const field of peopleFields) {
    const mapped = map[field];
    if (mapped === undefined) continue;
    if (typeof mapped === 'object' && 'constant' in mapped) {
      columns.set(field, { header: field, indexes: [], values: new Map(), constant: mapped.constant });
      continue;
    }
    const names = namesOf(mapped);
    for (const name of names) {
      const index = at(name);
      const isOrigin = headers.some(
        (header, place) => foldText(header) === foldText(name) && never[place] === 'origin',
      );
      if (index < 0 && !isOrigin)
        rejected.push({ row, column: name, reason: 'mapped-column-missing', values: { field } });
      if (index >= 0 && never[index] === 'intimate')
        rejected.push({ row, column: name, reason: 'mapped-column-private', values: { field } });
    }
    const indexes = names.map(at);
    if (indexes.some((index) => index < 0 || never[index] !== undefined)) continue;
    indexes.forEach((index) => used.add(index));
    const folds = Object.entries((typeof mapped === 'object' && 'values' in mapped ? mapped.values : undefined) ?? {})
      .map(([from, to]) => [foldText(from), to] as const)
      .filter(([from]) => from !== '');
    columns.set(field, { header: names.join(' + '), indexes, values: new Map(folds) });
  }

  for (const name of Object.keys(map.leaveOut ?? {})) {
    const index = at(name);
    if (index < 0) rejected.push({ row, column: name, reason: 'mapped-column-missing', values: { field: 'leaveOut' } });
    else if (never[index] === 'intimate')
      rejected.push({ row, column: name, reason: 'mapped-column-private', values: { field: 'leaveOut' } });
    else read.add(index);
  }
  const isReadable = (index: number): boolean => never[index] === undefined;
  const fields = peopleFields.filter(
    (field) => !columns.has(field) && map[field] === undefined && !leaveOut.includes(field),
  );
  const identities = [...identityColumns(table, rates, isReadable)];
  let named: RowsNamed = rowsNamed(table, rates, identities);
  const mapped = columns.get('managerId');
  const guess = (): ReturnType<typeof guessColumns> =>
    guessColumns(
      table,
      rates,
      fields,
      (index) => isReadable(index) && !used.has(index),
      named,
      mapped?.constant === undefined ? mapped?.indexes : undefined,
    );
  let guessed = guess();
  const manager = columns.get('managerId')?.indexes ?? guessed.chosen.get('managerId')?.indexes;
  const taken = new Set([
    ...used,
    ...guessed.superiors,
    ...[...guessed.chosen.values(), ...guessed.alsoManager].flatMap(({ indexes }) => indexes),
  ]);
  const keys =
    manager === undefined
      ? []
      : findKeyColumns(
          table,
          manager,
          headers.flatMap((_, index) =>
            isReadable(index) && !taken.has(index) && !identities.includes(index) && !rates[index]?.has('managerId')
              ? [index]
              : [],
          ),
          named,
        );
  if (keys.length > 0) {
    identities.push(...keys);
    keys.forEach((index) => used.add(index));
    named = rowsNamed(table, rates, identities);
    guessed = guess();
    warnings.push(
      ...keys.map((index) => ({ row, column: headers[index] ?? '', reason: 'column-identifies' as const })),
    );
  }
  for (const [field, { indexes }] of guessed.chosen) {
    indexes.forEach((index) => used.add(index));
    const otherwise = field === 'managerId' ? guessed.alsoManager.map((other) => other.indexes) : [];
    otherwise.flat().forEach((index) => used.add(index));
    const found = columns.get(field) ?? { header: headerOf(indexes), indexes, values: new Map(), guessed: true };
    columns.set(field, otherwise.length === 0 ? found : { ...found, otherwise });
  }
  guessed.superiors.forEach((index) => used.add(index));
  const told = (
    field: PeopleField,
    column: Candidate,
    chosen: Candidate,
    reason: 'column-gave-way' | 'column-doubtful',
  ) => {
    column.indexes.forEach((index) => used.add(index));
    const values = { field, chosen: headerOf(chosen.indexes) };
    warnings.push({ row, column: headerOf(column.indexes), reason, values });
  };
  guessed.gaveWay.forEach(({ field, from, to }) => {
    told(field, from, to, 'column-gave-way');
  });
  guessed.doubtful.forEach(({ field, chosen, other }) => {
    told(field, other, chosen, 'column-doubtful');
  });
  const unread = headers.flatMap((header, index) =>
    used.has(index) || !isReadable(index) || header === '' ? [] : [index],
  );
  for (const { index, count } of findNamingColumns(
    table,
    unread.filter((index) => !identities.includes(index)),
    (index) => relationOf(headers[index] ?? ''),
    named,
  )) {
    used.add(index);
    const direct = columns.has('managerId') ? 'yes' : 'no';
    warnings.push(
      isLevelHeader(headers[index] ?? '')
        ? { row, column: headers[index] ?? '', reason: 'column-names-level', values: { count, direct } }
        : { row, column: headers[index] ?? '', reason: 'column-names-people', values: { count } },
    );
  }

  const leave = leaveColumns(
    table,
    headers.flatMap((_, index) => (isReadable(index) && !used.has(index) ? [index] : [])),
  );
  leave.forEach((index) => read.add(index));
  const isSaid = typeof map.guest === 'object' && 'constant' in map.guest;
  const ofPresence = new Set(presenceFields.flatMap((field) => columns.get(field)?.indexes ?? []));
  const mayTell = headers.flatMap((_, index) =>
    isReadable(index) && (!used.has(index) || ofPresence.has(index)) ? [index] : [],
  );
  const guests = isSaid ? [] : findGuestSigns(table, mayTell);
  guests.forEach(({ index }) => read.add(index));

  warnings.push(
    ...tellUnreadColumns(table, {
      never,
      rates,
      isRead: (index) => used.has(index) || read.has(index) || identities.includes(index),
      has: (field) => columns.has(field) || leaveOut.includes(field),
    }),
  );
  for (const header of headers)
    if (hasLostLetters(header) || /\p{L}\?\p{L}/u.test(header))
      rejected.push({ row, column: header, reason: 'header-letters-lost' });
  if (rejected.length === 0) {
    if (!columns.has('id') && !columns.has('email')) rejected.push({ row, column: 'id', reason: 'column-missing' });
    for (const field of ['name', 'role'] as const) {
      if (!columns.has(field)) rejected.push({ row, column: field, reason: 'column-missing' });
    }
  }
  const isName = (index: number): boolean => isNameColumn(headers[index] ?? '', rates[index]);
  return {
    columns,
    identities: identities.filter((index) => !isName(index)),
    names: identities.filter((index) => isName(index) && !columns.get('name')?.indexes.includes(index)),
    leave,
    guests,
    superiors: guessed.superiors,
    rejected,
    warnings,
  };
}

function namesOf(mapped: Exclude<MappedColumn, { readonly constant: string }>): readonly string[] {
  if (typeof mapped === 'string') return [mapped];
  return 'column' in mapped ? [mapped.column] : mapped.columns;
}
