import { readAll } from '../kernel/read-all';
import type { Ports } from '../domain/ports';

/**
 * Whether a programme has somebody whose going on it would cut short: a question before its reply date, a draft that HR may publish, a
 * pair that goes on. For long work. A row that cannot be read holds up nobody else's end: nothing could come of it.
 */
export async function awaitsRenewals(ports: Ports<'programmes'>, programmeId: string): Promise<boolean> {
  for await (const { value } of readAll(ports.programmes, programmeId, 'renewal'))
    if (value.settledAt === undefined) return true;
  for await (const { value } of readAll(ports.programmes, programmeId, 'draft'))
    if (value.renewal !== undefined && (value.state === 'ready' || value.state === 'publishing')) return true;
  for await (const { value } of readAll(ports.programmes, programmeId, 'pair'))
    if (value.renews !== undefined && value.state === 'active') return true;
  return false;
}
