import type { Stored } from '../kernel/row-store';
import type { Member } from '../member/load-member';
import type { Press } from '../member/press';
import { hasAcceptedCharter } from '../domain/charter-rules';
import type { Side } from '../domain/proposal';
import { calendarPath } from './calendar-link';
import { loadPair, type PairPeople } from '../pair/load-pair';
import { sessionKey, type Session } from '../domain/session';
import type { SessionReader } from './session-view';

/** The session that a press is about. */
export interface SessionRef {
  readonly pairId: string;
  readonly number: number;
}

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
  { ports, actor, member }: Press<'programmes' | 'secrets' | 'signingKey'>,
  { pairId, number }: SessionRef,
): Promise<SessionCase | undefined> {
  const programmeId = member.programme.value.id;
  const [people, session] = await Promise.all([
    loadPair(ports, programmeId, pairId, [member.participant]),
    ports.programmes.get(programmeId, 'session', sessionKey(pairId, number)),
  ]);
  if (people === undefined || session === undefined) return undefined;
  const { mentorId, menteeId } = people.pair.value;
  const own: Side | undefined =
    member.roles.participantId === mentorId ? 'mentor' : member.roles.participantId === menteeId ? 'mentee' : undefined;
  const asDelegate = own === undefined && member.roles.delegateOf.includes(menteeId);
  const side = own ?? (asDelegate ? 'mentee' : undefined);
  // Who has left the programme books and moves nothing any more, nor does their delegate.
  if (side === undefined || people[side].value.state === 'withdrawn') return undefined;
  const partner = side === 'mentor' ? people.mentee.value : people.mentor.value;
  const path = calendarPath({ programmeId, pairId, number, side }, ports.signingKey(), ports.secrets);
  return {
    ...people,
    member,
    session,
    side,
    pressedBy: actor.directoryId,
    who: {
      reader: member.reader,
      side,
      asDelegate,
      partner,
      hasAcceptedCharter: hasAcceptedCharter(people.pair.value, side),
      calendarPath: path,
    },
  };
}
