import type { Stored } from '../kernel/row-store';
import { loadMember, type Member } from '../member/load-member';
import type { Actor, Ports } from '../domain/ports';
import type { Side } from '../domain/proposal';
import { calendarPath } from './calendar-link';
import { loadPair, type PairPeople } from '../pair/load-pair';
import { sessionKey, type Session } from '../domain/session';
import type { SessionReader } from './session-view';

export interface SessionCase extends PairPeople {
  readonly member: Member;
  readonly session: Stored<Session>;
  readonly side: Side;
  readonly who: SessionReader;
  /** Directory id of who acts. */
  readonly pressedBy: string;
}

/** A session with everything around it, for somebody of the pair or the mentee's delegate; undefined for anybody else. */
export async function loadSession(
  ports: Ports,
  actor: Actor,
  ref: { readonly programmeId: string; readonly pairId: string; readonly number: number },
): Promise<SessionCase | undefined> {
  const [member, people, session] = await Promise.all([
    loadMember(ports, actor, ref.programmeId),
    loadPair(ports, ref.programmeId, ref.pairId),
    ports.programmes.get(ref.programmeId, 'session', sessionKey(ref.pairId, ref.number)),
  ]);
  if (member === undefined || people === undefined || session === undefined) return undefined;
  const { mentorId, menteeId } = people.pair.value;
  const own: Side | undefined =
    member.roles.participantId === mentorId ? 'mentor' : member.roles.participantId === menteeId ? 'mentee' : undefined;
  const asDelegate = own === undefined && member.roles.delegateOf.includes(menteeId);
  const side = own ?? (asDelegate ? 'mentee' : undefined);
  // Who has left the programme books and moves nothing any more, nor does their delegate.
  if (side === undefined || people[side].value.state === 'withdrawn') return undefined;
  const partner = side === 'mentor' ? people.mentee.value : people.mentor.value;
  const path = calendarPath({ ...ref, side }, ports.signingKey(), ports.secrets);
  return {
    ...people,
    member,
    session,
    side,
    pressedBy: actor.directoryId,
    who: { reader: member.reader, side, asDelegate, partner, calendarPath: path },
  };
}
