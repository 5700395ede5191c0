import type { RowEntity } from './table-mapper';

/** Azure's limits with some room to spare; Azurite checks few of them, so they are checked before each write. */
const entityBytes = 1_000_000;
const transactionBytes = 4_000_000;
/** Azure says 1 KiB, in UTF-16. */
const keyUnits = 512;
/** Boundaries and headers of one change in the transaction's request. */
const changeOverheadBytes = 1_000;
/** No UTF-16 unit takes more bytes in JSON: `\u0000`. */
const mostUnitBytes = 6;

/** True where Azure would take the key. */
export function keyFits(key: string): boolean {
  return key.length <= keyUnits;
}

/** True where Azure would take the row. Bytes as Azure counts them: two a character, with an overhead for each property. */
export function entityFits(entity: RowEntity): boolean {
  const keys = 4 + 2 * (entity.partitionKey.length + entity.rowKey.length);
  let properties = 0;
  for (const [name, value] of Object.entries(entity) as [string, string | number][]) {
    if (name === 'partitionKey' || name === 'rowKey') continue;
    properties += 8 + 2 * name.length + (typeof value === 'string' ? 4 + 2 * value.length : 8);
  }
  return keys + properties <= entityBytes;
}

/** True where the request that carries all these changes stays under Azure's limit. */
export function transactionFits(
  partitionKey: string,
  changes: readonly (RowEntity | { readonly rowKey: string })[],
): boolean {
  let bytes = 0;
  let mostBytes = 0;
  for (const change of changes) {
    // Keys stand in the address, where each character may take three.
    bytes += changeOverheadBytes + 3 * (partitionKey.length + change.rowKey.length);
    mostBytes += mostUnitBytes * unitsOf(change);
  }
  // Nearly every transaction is far below the limit, and need not be written out to be measured.
  if (bytes + mostBytes <= transactionBytes) return true;
  for (const change of changes) bytes += Buffer.byteLength(JSON.stringify(change));
  return bytes <= transactionBytes;
}

/** UTF-16 units of a change in JSON, before any is escaped. */
function unitsOf(change: RowEntity | { readonly rowKey: string }): number {
  let units = 2;
  for (const [name, value] of Object.entries(change) as [string, string | number][])
    units += name.length + String(value).length + 6;
  return units;
}
