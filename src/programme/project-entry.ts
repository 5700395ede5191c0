import type { Ports } from '../domain/ports';
import { conflict } from '../domain/unit-of-work';

/** Brings the tenant's list of programmes up to date. */
export async function projectEntry(
  ports: Ports<'programmes' | 'tenants'>,
  programmeId: string,
): Promise<true | typeof conflict> {
  const programme = await ports.programmes.get(programmeId, 'programme', 'programme');
  if (programme === undefined) return true;
  const entry = await ports.tenants.get('tenant', 'entry', programmeId);
  const value = { id: programmeId, name: programme.value.plan.name, state: programme.value.state };
  const result = await ports.tenants.commit('tenant', [
    entry === undefined
      ? { op: 'insert', kind: 'entry', key: programmeId, value }
      : { op: 'replace', kind: 'entry', key: programmeId, value, etag: entry.etag },
  ]);
  return result.ok ? true : conflict;
}
