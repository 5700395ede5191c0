import type { Stored } from '../kernel/row-store';
import type { Participant } from '../domain/participant';
import type { Ports } from '../domain/ports';
import type { Pair } from '../domain/proposal';

export interface PairPeople {
  readonly pair: Stored<Pair>;
  readonly mentor: Stored<Participant>;
  readonly mentee: Stored<Participant>;
}

/** A pair with its two people, by three point reads, one less for each of the two who was read already; undefined where one is missing. */
export async function loadPair(
  ports: Ports<'programmes'>,
  programmeId: string,
  pairId: string,
  alreadyRead: readonly (Stored<Participant> | undefined)[] = [],
): Promise<PairPeople | undefined> {
  const pair = await ports.programmes.get(programmeId, 'pair', pairId);
  if (pair === undefined) return undefined;
  const person = async (id: string): Promise<Stored<Participant> | undefined> =>
    alreadyRead.find((one) => one?.key === id) ?? ports.programmes.get(programmeId, 'participant', id);
  const [mentor, mentee] = await Promise.all([person(pair.value.mentorId), person(pair.value.menteeId)]);
  return mentor === undefined || mentee === undefined ? undefined : { pair, mentor, mentee };
}
