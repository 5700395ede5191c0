import type { TenantStore } from '../../src/domain/rows';

/**
 * The layout in which this release keeps its rows, named by the day on which it was decided (and its number, where
 * that day had several), so that names sort by age. It changes
 * when rows that lie there could no longer be found (another key, another partition, another table); what is inside a row changes
 * with the version of its kind.
 */
export const layoutOfToday = '2026-11-30.1';

/** Why data is not read: its layout is older than this release's, or newer. */
export const layoutMismatches: readonly string[] = ['storage-layout-older', 'storage-layout-newer'];

/** Data in another layout than this release's. */
export interface LayoutMismatch {
  readonly code: 'storage-layout-older' | 'storage-layout-newer';
  /** Name of the layout found; undefined for data that was written before layouts had names. */
  readonly found: string | undefined;
}

/**
 * Stamps a store in which nothing lies with the layout of today; of data that is there, tells when it has another one. A server calls
 * it before it reads or writes anything else, so that an empty store is one that no server has used.
 */
export async function checkLayout(
  tenants: TenantStore,
  isEmpty: () => Promise<boolean>,
): Promise<LayoutMismatch | undefined> {
  const read = () => tenants.get('tenant', 'layout', 'layout');
  let stamp = await read();
  if (stamp === undefined) {
    // Another server may stamp it at the same instant: whoever comes first decides, and everybody reads that.
    if (await isEmpty())
      await tenants.commit('tenant', [{ op: 'insert', kind: 'layout', key: 'layout', value: { name: layoutOfToday } }]);
    stamp = await read();
  }
  const found = stamp?.value.name;
  if (found === layoutOfToday) return undefined;
  const isNewer = found !== undefined && found > layoutOfToday;
  return { code: isNewer ? 'storage-layout-newer' : 'storage-layout-older', found };
}
