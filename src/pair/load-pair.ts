import type { Stored } from '../kernel/row-store';
import type { Participant } from '../domain/participant';
import type { Ports } from '../domain/ports';
import type { Pair } from '../domain/proposal';

export interface PairPeople {
  readonly pair: Stored<Pair>;
  readonly mentor: Stored<Participant>;
  readonly mentee: Stored<Participant>;
}

/** A pair with its two people, by three point reads; undefined where one is missing. */
export async function loadPair(ports: Ports, programmeId: string, pairId: string): Promise<PairPeople | undefined> {
  const pair = await ports.programmes.get(programmeId, 'pair', pairId);
  if (pair === undefined) return undefined;
  const [mentor, mentee] = await Promise.all([
    ports.programmes.get(programmeId, 'participant', pair.value.mentorId),
    ports.programmes.get(programmeId, 'participant', pair.value.menteeId),
  ]);
  return mentor === undefined || mentee === undefined ? undefined : { pair, mentor, mentee };
}
