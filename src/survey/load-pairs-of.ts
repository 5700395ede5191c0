import type { Pair } from '../domain/proposal';
import type { Ports } from '../domain/ports';

/** The pairs that somebody is or was in, the one that began first before the others. */
export async function loadPairsOf(
  ports: Ports<'programmes'>,
  programmeId: string,
  participantId: string,
): Promise<readonly Pair[]> {
  const there = await ports.programmes.get(programmeId, 'person-pairs', participantId);
  const ids = [...(there?.value.formerPairIds ?? []), ...(there?.value.pairIds ?? [])];
  const pairs = await Promise.all(ids.map((id) => ports.programmes.get(programmeId, 'pair', id)));
  return pairs
    .flatMap((pair) => (pair === undefined ? [] : [pair.value]))
    .toSorted((a, b) => (a.startedAt === b.startedAt ? compare(a.id, b.id) : compare(a.startedAt, b.startedAt)));
}

function compare(one: string, other: string): number {
  return one < other ? -1 : 1;
}
