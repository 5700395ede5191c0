import type { Ports } from '../domain/ports';
import { retryOnConflict, conflict } from '../domain/unit-of-work';
import { loadPair } from './load-pair';
import type { FormerPair } from '../domain/former-pair';

/**
 * Lets both people of a pair that is over be known as a former pair, each in their own partition, from what the programme says now. Of
 * several pairs of the same two the one that was over last counts, in any order and however often. Nothing where one is not linked.
 */
export async function projectFormerPair(
  ports: Ports<'programmes' | 'people'>,
  programmeId: string,
  pairId: string,
): Promise<void> {
  const people = await loadPair(ports, programmeId, pairId);
  const endedAt = people?.pair.value.endedAt;
  const mentor = people?.mentor.value.directoryId;
  const mentee = people?.mentee.value.directoryId;
  if (endedAt === undefined || mentor === undefined || mentee === undefined) return;
  const former = { programmeId, pairId, endedAt };
  await retryOnConflict(() => remember(ports, mentor, mentee, former));
  await retryOnConflict(() => remember(ports, mentee, mentor, former));
}

async function remember(
  ports: Ports<'people'>,
  directoryId: string,
  partnerId: string,
  former: FormerPair,
): Promise<true | typeof conflict> {
  const there = await ports.people.get(directoryId, 'former', partnerId);
  if (there !== undefined && there.value.endedAt >= former.endedAt) return true;
  const write = { kind: 'former', key: partnerId, value: former } as const;
  const result = await ports.people.commit(directoryId, [
    there === undefined ? { op: 'insert', ...write } : { op: 'replace', ...write, etag: there.etag },
  ]);
  return result.ok ? true : conflict;
}
