import type { Stored } from '../kernel/row-store';
import type { PairEnding } from '../domain/pair-ending';
import type { Ports } from '../domain/ports';
import type { Pair } from '../domain/proposal';

export interface RunningPair {
  readonly pair: Stored<Pair>;
  readonly ending?: Stored<PairEnding>;
}

/** The pairs of a person that have not ended, with what is known of their end; three point reads for each, a handful. */
export async function findRunningPairs(
  ports: Ports<'programmes'>,
  programmeId: string,
  participantId: string,
): Promise<readonly RunningPair[]> {
  const personPairs = await ports.programmes.get(programmeId, 'person-pairs', participantId);
  const found = await Promise.all(
    (personPairs?.value.pairIds ?? []).map(async (id): Promise<readonly RunningPair[]> => {
      const [pair, ending] = await Promise.all([
        ports.programmes.get(programmeId, 'pair', id),
        ports.programmes.get(programmeId, 'pair-ending', id),
      ]);
      if (pair?.value.state !== 'active') return [];
      return [ending === undefined ? { pair } : { pair, ending }];
    }),
  );
  return found.flat();
}
