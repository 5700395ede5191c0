import { readAll } from '../kernel/read-all';
import type { Ports } from '../programme/ports';
import type { DraftsDto } from './api-contract';

const mostListed = 20;

/** The newest drafts of a programme, newest first. Ids begin with the time. */
export async function listDrafts(ports: Ports, programmeId: string): Promise<DraftsDto> {
  const newest: DraftsDto['drafts'] = [];
  for await (const { value } of readAll(ports.programmes, programmeId, 'draft')) {
    const { id, state, createdAt, pairs, total } = value;
    newest.push({ id, state, createdAt, pairCount: pairs, total });
    if (newest.length > mostListed) newest.shift();
  }
  return { drafts: newest.reverse() };
}
