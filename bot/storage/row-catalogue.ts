import { CodedError } from '../../src/kernel/coded-error';

/** How the rows of one kind are read, whatever version wrote them. */
export interface RowKind<T> {
  /** Version that is written now, from 1. */
  readonly version: number;
  /** By old version: turns a value of that version into one of the next. All from 1 to `version` - 1 are needed. */
  readonly upgrade?: Readonly<Record<number, (old: unknown) => unknown>>;
  /** Returns the value when it is one of this kind, throws otherwise; called before each write and after each read. */
  readonly check?: (value: unknown) => T;
}

/** Every kind of row in one table. */
export type RowCatalogue<Rows> = { readonly [K in keyof Rows & string]: RowKind<Rows[K]> };

/** Throws `row-catalogue-invalid` for a kind that cannot be a key or lacks an upgrade step. */
export function checkCatalogue<Rows>(catalogue: RowCatalogue<Rows>): void {
  for (const [name, kind] of Object.entries<RowKind<unknown>>(catalogue)) {
    const invalid = (why: string) =>
      new CodedError('row-catalogue-invalid', `Kind ${name} of row: ${why}`, { kind: name });
    if (!/^[A-Za-z][A-Za-z0-9-]*$/.test(name)) throw invalid('its name holds more than letters, digits and hyphens');
    if (!Number.isInteger(kind.version) || kind.version < 1) throw invalid('its version is not a whole number from 1');
    for (let old = 1; old < kind.version; old++) {
      if (kind.upgrade?.[old] === undefined) throw invalid(`there is no upgrade from version ${String(old)}`);
    }
  }
}

/** The kind's entry; throws `unknown-row-kind`. */
export function kindOf<Rows, K extends keyof Rows & string>(catalogue: RowCatalogue<Rows>, name: K): RowKind<Rows[K]> {
  if (!Object.hasOwn(catalogue, name)) {
    throw new CodedError('unknown-row-kind', `Kind ${name} of row is not in the catalogue of this table`, {
      kind: name,
    });
  }
  return catalogue[name];
}

/**
 * The value in today's version.
 * Throws `row-from-newer-version` for a row written by a later release, `row-unreadable` for one that no release wrote.
 */
export function readVersion<T>(name: string, kind: RowKind<T>, version: number, value: unknown): T {
  if (!Number.isInteger(version) || version < 1) {
    throw new CodedError('row-unreadable', `A row of kind ${name} carries no schema version`, { kind: name });
  }
  if (version > kind.version) {
    throw new CodedError(
      'row-from-newer-version',
      `A row of kind ${name} has version ${String(version)}; this release knows ${String(kind.version)}. Start the newer release.`,
      { kind: name, version, known: kind.version },
    );
  }
  return checkValue(name, kind, upgraded(name, kind, version, value));
}

function upgraded(name: string, kind: RowKind<unknown>, version: number, value: unknown): unknown {
  let current = value;
  try {
    for (let old = version; old < kind.version; old++) current = kind.upgrade?.[old]?.(current);
    return current;
  } catch (cause) {
    throw new CodedError(
      'row-invalid',
      `A row of kind ${name} is not what its version ${String(version)} says`,
      { kind: name, version },
      { cause },
    );
  }
}

/**
 * A check that the value is an object with these fields of these types: enough that nobody who reads it stumbles, not a full schema.
 * The check throws a TypeError.
 */
export function hasFields<T>(
  fields: Partial<Record<keyof NoInfer<T> & string, 'string' | 'number' | 'object' | 'list'>>,
): (value: unknown) => T {
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new TypeError('not an object');
    const record = value as Record<string, unknown>;
    for (const [name, type] of Object.entries(fields)) {
      const field = record[name];
      const actual = Array.isArray(field) ? 'list' : field === null ? 'null' : typeof field;
      if (actual !== type) throw new TypeError(`${name} is no ${String(type)}`);
    }
    return value as T;
  };
}

/** The value as its kind's check returns it; throws `row-invalid`. */
export function checkValue<T>(name: string, kind: RowKind<T>, value: unknown): T {
  if (kind.check === undefined) return value as T;
  try {
    return kind.check(value);
  } catch (cause) {
    throw new CodedError('row-invalid', `A row of kind ${name} is not what its schema says`, { kind: name }, { cause });
  }
}
