import { CodedError } from '../../src/kernel/coded-error';
import type { Stored, UnreadableRow } from '../../src/kernel/row-store';
import { decodeKey, encodeKey } from './key-encoding';
import { checkValue, kindOf, readVersion } from './row-catalogue';
import type { RowCatalogue } from './row-catalogue';

/** Azure allows 64 KiB a property, counted in UTF-16. */
const unitsPerPart = 30_000;

/** Azurite takes these for the end of the row within a transaction. */
const lineSeparators = /[\u2028\u2029]/g;

/** A row as Azure Tables holds it: the value as JSON in `body`, `body1`, `body2` and so on. */
export interface RowEntity {
  readonly partitionKey: string;
  readonly rowKey: string;
  readonly kind: string;
  /** Schema version of the value. */
  readonly v: number;
  /** Operation that wrote the row last: a writer whose answer was lost finds its own mark here. */
  readonly op: string;
  readonly body: string;
  readonly [part: `body${number}`]: string;
}

/** Key of a partition. The tenant comes first, so that no two tenants share one. */
export function partitionKeyOf(tenant: string, partition: string): string {
  return `${encodeKey(tenant)}|${encodeKey(partition)}`;
}

/** Keys of all partitions of the tenant, from `from` up to `to`. */
export function partitionsOf(tenant: string): { readonly from: string; readonly to: string } {
  return { from: `${encodeKey(tenant)}|`, to: `${encodeKey(tenant)}}` };
}

/** Key of a row within its partition; rows of one kind sort by key. */
export function rowKeyOf(kind: string, key: string): string {
  return `${kind}|${encodeKey(key)}`;
}

/** First row key after all those of the kind. */
export function endOfKind(kind: string): string {
  return `${kind}}`;
}

/** The row's key without its kind; throws `row-unreadable`. */
export function keyOfRow(rowKey: string): string {
  const bar = rowKey.indexOf('|');
  const key = bar < 0 ? undefined : decodeKey(rowKey.slice(bar + 1));
  if (key === undefined)
    throw new CodedError('row-unreadable', 'A row key was not written by this product', { rowKey });
  return key;
}

/** The row to be written, in today's version of its kind. */
export function toEntity<Rows, K extends keyof Rows & string>(
  catalogue: RowCatalogue<Rows>,
  partitionKey: string,
  row: { readonly kind: K; readonly key: string; readonly value: Rows[K] },
  op: string,
): RowEntity {
  const kind = kindOf(catalogue, row.kind);
  const json = JSON.stringify(checkValue(row.kind, kind, row.value)) as string | undefined;
  if (json === undefined)
    throw new CodedError('row-invalid', `A row of kind ${row.kind} has no value`, { kind: row.kind });
  const [body = '', ...more] = splitBody(json.replace(lineSeparators, escapeUnit));
  const parts = Object.fromEntries(more.map((part, index) => [`body${String(index + 1)}`, part]));
  return { ...parts, partitionKey, rowKey: rowKeyOf(row.kind, row.key), kind: row.kind, v: kind.version, op, body };
}

/** The stored row in today's version; throws as `readVersion` does, and `row-unreadable` where the body is no JSON. */
export function fromEntity<Rows, K extends keyof Rows & string>(
  catalogue: RowCatalogue<Rows>,
  kind: K,
  entity: Readonly<Record<string, unknown>>,
): Stored<Rows[K]> {
  const rowKey = String(entity['rowKey']);
  const { etag } = entity;
  if (typeof etag !== 'string' || entity['kind'] !== kind) {
    throw new CodedError('row-unreadable', `A row is not of the kind ${kind} that its key says`, { kind, rowKey });
  }
  const value = readVersion(kind, kindOf(catalogue, kind), Number(entity['v']), parseBody(entity, kind, rowKey));
  return { key: keyOfRow(rowKey), value, etag };
}

/** What may be told of a row that `fromEntity` threw at. A key that this product did not write is given as it lies there. */
export function unreadableRow(kind: string, rowKey: string, error: unknown): UnreadableRow {
  const encoded = rowKey.slice(kind.length + 1);
  return {
    kind,
    key: decodeKey(encoded) ?? encoded,
    code: error instanceof CodedError ? error.code : 'row-unreadable',
  };
}

function escapeUnit(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16)}`;
}

function splitBody(json: string): string[] {
  const parts: string[] = [];
  for (let start = 0; start < json.length;) {
    let end = Math.min(start + unitsPerPart, json.length);
    // Half a surrogate pair does not survive UTF-8.
    if (end < json.length && /[\uD800-\uDBFF]/.test(json.charAt(end - 1))) end -= 1;
    parts.push(json.slice(start, end));
    start = end;
  }
  return parts;
}

function parseBody(entity: Readonly<Record<string, unknown>>, kind: string, rowKey: string): unknown {
  let json = '';
  for (let part: unknown = entity['body'], n = 1; typeof part === 'string'; part = entity[`body${String(n)}`], n++) {
    json += part;
  }
  try {
    return JSON.parse(json);
  } catch (cause) {
    throw new CodedError('row-unreadable', `The body of a row of kind ${kind} is no JSON`, { kind, rowKey }, { cause });
  }
}
