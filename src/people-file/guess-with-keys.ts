import { findKeyColumns } from './find-naming-columns';
import { guessColumns, type GuessedColumns } from './guess-columns';
import type { PeopleField } from './participant-contract';
import type { PeopleTable } from './people-table';
import type { RatedField } from './rate-header';
import type { FoundColumn } from './read-mapped-columns';
import { identityColumns, rowsNamed, type RowsNamed } from './rows-named';

/** What is asked of the columns that no map names. */
export interface GuessRequest {
  readonly fields: readonly PeopleField[];
  /** Whether nothing forbids to read a column. */
  readonly isReadable: (index: number) => boolean;
  /** Columns that a map names for a field. */
  readonly mapped: ReadonlySet<number>;
  /** The manager's column, where a map names it. */
  readonly manager: FoundColumn | undefined;
}

export interface GuessedWithKeys {
  readonly guessed: GuessedColumns;
  readonly named: RowsNamed;
  /** Columns by which rows name a person, those of `keys` among them. */
  readonly identities: readonly number[];
  /** Columns by which the cells of managers name people though their headers do not say so. */
  readonly keys: readonly number[];
}

/** Guesses the columns of fields; where managers are named by a key that no header tells, anew with that key. */
export function guessWithKeys(
  table: PeopleTable,
  rates: readonly ReadonlyMap<RatedField, number>[],
  { fields, isReadable, mapped, manager }: GuessRequest,
): GuessedWithKeys {
  const identities = identityColumns(table, rates, isReadable);
  const ofManager = manager?.constant === undefined ? manager?.indexes : undefined;
  const guess = (named: RowsNamed, isFree: (index: number) => boolean): GuessedColumns =>
    guessColumns(table, rates, fields, (index) => isReadable(index) && isFree(index), named, ofManager);

  const named = rowsNamed(table, rates, identities);
  const guessed = guess(named, (index) => !mapped.has(index));
  const naming = manager?.indexes ?? guessed.chosen.get('managerId')?.indexes;
  const taken = new Set([
    ...mapped,
    ...guessed.superiors,
    ...[...guessed.chosen.values(), ...guessed.alsoManager].flatMap(({ indexes }) => indexes),
  ]);
  const mayBeKeys = table.headers.flatMap((_, index) =>
    isReadable(index) && !taken.has(index) && !identities.includes(index) && !rates[index]?.has('managerId')
      ? [index]
      : [],
  );
  const keys = naming === undefined ? [] : findKeyColumns(table, naming, mayBeKeys, named);
  if (keys.length === 0) return { guessed, named, identities, keys };
  const all = [...identities, ...keys];
  const namedByKeys = rowsNamed(table, rates, all);
  return {
    guessed: guess(namedByKeys, (index) => !mapped.has(index) && !keys.includes(index)),
    named: namedByKeys,
    identities: all,
    keys,
  };
}
