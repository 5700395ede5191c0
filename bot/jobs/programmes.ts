import type { Ports } from '../../src/domain/ports';

const pageSize = 500;

/** Ids of every programme of the tenant; the key is enough, so that an entry that cannot be read stops no programme. */
export async function programmeIds(ports: Ports<'tenants'>): Promise<readonly string[]> {
  const ids: string[] = [];
  let from: string | undefined;
  do {
    const page = await ports.tenants.range('tenant', 'entry', {
      ...(from === undefined ? {} : { from }),
      limit: pageSize,
    });
    for (const { key } of [...page.rows, ...(page.unreadable ?? [])]) ids.push(key);
    from = page.next;
  } while (from !== undefined);
  return ids;
}

/** The first key after everything that may happen at `now`: keys begin with their time. */
export function upTo(now: string): string {
  return `${now}|\uffff`;
}
