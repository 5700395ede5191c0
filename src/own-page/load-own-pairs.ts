import { withPrefix } from '../kernel/read-all';
import type { PairEnding } from '../domain/pair-ending';
import { isOverFor } from '../domain/pair-ending-rules';
import type { Ports } from '../domain/ports';
import type { Side } from '../domain/proposal';
import type { Renewal } from '../domain/renewal';
import type { Session } from '../domain/session';
import { loadPair, type PairPeople } from '../pair/load-pair';
import type { MyPair } from './pair-contract';

const mostSessions = 12;

/** A pair with its sessions, as one of its two people sees it. */
export interface OwnPair extends PairPeople {
  readonly sessions: readonly Session[];
  readonly side: Side;
  readonly ending?: PairEnding;
  /** What now? Gone once the two go on. */
  readonly renewal?: Renewal;
}

/** The pairs of a participant, running and over, with their sessions. Point reads and short ranges. */
export async function loadOwnPairs(
  ports: Ports<'programmes'>,
  programmeId: string,
  participantId: string,
): Promise<readonly OwnPair[]> {
  const personPairs = await ports.programmes.get(programmeId, 'person-pairs', participantId);
  const ids = [...(personPairs?.value.pairIds ?? []), ...(personPairs?.value.formerPairIds ?? [])];
  const found = await Promise.all(
    ids.map(async (id): Promise<readonly OwnPair[]> => {
      const [people, ending, renewal, sessions] = await Promise.all([
        loadPair(ports, programmeId, id),
        ports.programmes.get(programmeId, 'pair-ending', id),
        ports.programmes.get(programmeId, 'renewal', id),
        ports.programmes.range(programmeId, 'session', { ...withPrefix(`${id}|`), limit: mostSessions }),
      ]);
      if (people === undefined) return [];
      const side: Side = people.mentor.key === participantId ? 'mentor' : 'mentee';
      return [
        {
          ...people,
          sessions: sessions.rows.map((row) => row.value),
          side,
          ...(ending === undefined ? {} : { ending: ending.value }),
          ...(renewal === undefined ? {} : { renewal: renewal.value }),
        },
      ];
    }),
  );
  const all = found.flat();
  // A pair in which two people go on names their finished one, which asks them nothing any more.
  const goneOn = new Set(all.map(({ pair }) => pair.value.renews?.pairId));
  return all.map(({ renewal, ...it }) => (renewal === undefined || goneOn.has(it.pair.key) ? it : { ...it, renewal }));
}

/** Somebody who has heard that their pair is over, or left, sees it so; for the other it goes on until their own hour. */
export function pairStateFor(it: OwnPair): MyPair['state'] {
  const { state } = it.pair.value;
  return state === 'active' && isOverFor(it.side, it, it.ending) ? 'ended' : state;
}
