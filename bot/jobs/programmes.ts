import { readAll } from '../../src/kernel/read-all';
import type { Ports } from '../../src/programme/ports';

/** Ids of every programme of the tenant. */
export async function programmeIds(ports: Ports): Promise<readonly string[]> {
  const ids: string[] = [];
  for await (const entry of readAll(ports.tenants, 'tenant', 'entry')) ids.push(entry.key);
  return ids;
}

/** The first key after everything that may happen at `now`: keys begin with their time. */
export function upTo(now: string): string {
  return `${now}|\uffff`;
}
