import { readNewest } from '../kernel/read-newest';
import type { Ports } from '../domain/ports';
import type { DraftsDto } from './api-contract';

const mostListed = 20;

/** The newest drafts of a programme, newest first. */
export async function listDrafts(ports: Ports<'programmes'>, programmeId: string): Promise<DraftsDto> {
  const newest = await readNewest(ports.programmes, programmeId, 'draft', mostListed);
  return {
    drafts: newest.map(({ value: { id, state, createdAt, pairs, total, renewal } }) => ({
      id,
      state,
      createdAt,
      pairCount: pairs,
      total,
      ...(renewal === undefined ? {} : { renewal: true as const }),
    })),
  };
}
