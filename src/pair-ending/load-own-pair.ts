import type { Stored } from '../kernel/row-store';
import type { Member } from '../member/load-member';
import type { Press } from '../member/press';
import type { Side } from '../domain/proposal';
import { sideOf } from '../domain/proposal-rules';
import { loadPair, type PairPeople } from '../pair/load-pair';
import type { Participant } from '../domain/participant';
import type { PairEnding } from '../domain/pair-ending';

/** A pair as one of its own two people acts on it. */
export interface OwnPair extends PairPeople {
  readonly member: Member;
  readonly side: Side;
  readonly me: Stored<Participant>;
  readonly partner: Stored<Participant>;
  readonly ending?: Stored<PairEnding>;
}

/** The pair with its two people, by point reads; undefined for anybody but these two, a delegate included. `alreadyRead`: their partner, where known. */
export async function loadOwnPair(
  { ports, member }: Press<'programmes'>,
  pairId: string,
  alreadyRead?: Stored<Participant>,
): Promise<OwnPair | undefined> {
  const programmeId = member.programme.value.id;
  const [people, ending] = await Promise.all([
    loadPair(ports, programmeId, pairId, [member.participant, alreadyRead]),
    ports.programmes.get(programmeId, 'pair-ending', pairId),
  ]);
  const myId = member.participant?.key;
  if (people === undefined || myId === undefined) return undefined;
  const side = sideOf(people.pair.value, myId);
  if (side === undefined) return undefined;
  const [me, partner] = side === 'mentor' ? [people.mentor, people.mentee] : [people.mentee, people.mentor];
  return { ...people, member, side, me, partner, ...(ending === undefined ? {} : { ending }) };
}
