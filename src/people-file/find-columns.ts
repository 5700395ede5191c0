import { hasLostLetters } from './has-lost-letters';
import { isNeverRead } from './is-never-read';
import { findGuestSigns, type GuestSign } from './find-guest-signs';
import { findNamingColumns } from './find-naming-columns';
import { leaveColumns } from './find-presence-columns';
import type { Candidate } from './guess-columns';
import { guessWithKeys } from './guess-with-keys';
import { peopleFields, type PeopleField, type PeopleMap } from './participant-contract';
import type { PeopleIssue, RejectionReason, WarningReason } from './people-issue';
import type { PeopleTable } from './people-table';
import { rateHeader, type RatedField } from './rate-header';
import { readMappedColumns, type FoundColumn } from './read-mapped-columns';
import { isNameColumn } from './rows-named';
import { isLevelHeader } from './tell-level-header';
import { relationOf } from './tell-relation';
import { tellUnreadColumns } from './tell-unread-columns';
import { isUpperHeader } from './tell-upper-header';

/** Fields of what somebody is, and whether they are there: their columns may tell both. */
const presenceFields = ['guest', 'status', 'accountEnabled'] as const;

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
  const never = headers.map(isNeverRead);
  const isReadable = (index: number): boolean => never[index] === undefined;
  const rates = headers.map((header): ReadonlyMap<RatedField, number> => rateHeader(header));
  const mapped = readMappedColumns(table, map, never);
  const columns = new Map(mapped.columns);
  const rejected = [...mapped.rejected];
  const warnings: PeopleIssue<WarningReason>[] = [];
  const used = new Set([...[...columns.values()].flatMap(({ indexes }) => indexes), ...(mapped.superiors ?? [])]);
  /** Read for another end than a field's; may be one's column too. */
  const read = new Set(mapped.leavingOut);
  const headerOf = (indexes: readonly number[]): string => indexes.map((index) => headers[index] ?? '').join(' + ');

  const { guessed, named, identities, keys } = guessWithKeys(table, rates, {
    fields: peopleFields.filter((field) => map[field] === undefined && !leaveOut.includes(field)),
    isReadable,
    mapped: used,
    manager: columns.get('managerId'),
  });
  keys.forEach((index) => used.add(index));
  warnings.push(...keys.map((index) => ({ row, column: headers[index] ?? '', reason: 'column-identifies' as const })));
  for (const [field, { indexes }] of guessed.chosen) {
    indexes.forEach((index) => used.add(index));
    const otherwise = field === 'managerId' ? guessed.alsoManager.map((other) => other.indexes) : [];
    otherwise.flat().forEach((index) => used.add(index));
    const found = columns.get(field) ?? { header: headerOf(indexes), indexes, values: new Map(), guessed: true };
    columns.set(field, otherwise.length === 0 ? found : { ...found, otherwise });
  }
  const guessedSuperiors = [...guessed.superiors];
  guessedSuperiors.forEach((index) => used.add(index));
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
    const column = headers[index] ?? '';
    const direct = columns.has('managerId') ? 'yes' : 'no';
    // Whoever is above by the header's own word is kept apart, and each row says so: nobody has to ask for it.
    if (isUpperHeader(column)) guessedSuperiors.push(index);
    else if (isLevelHeader(column))
      warnings.push({ row, column, reason: 'column-names-level', values: { count, direct } });
    else warnings.push({ row, column, reason: 'column-names-people', values: { count } });
  }

  const superiors = mapped.superiors ?? guessedSuperiors;
  for (const index of guessedSuperiors)
    if (!superiors.includes(index))
      warnings.push({ row, column: headers[index] ?? '', reason: 'column-superiors-off' });

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
    superiors,
    rejected,
    warnings,
  };
}
