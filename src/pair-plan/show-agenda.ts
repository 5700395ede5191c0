import { hasHeard } from '../domain/pair-ending-rules';
import type { PairReading } from '../domain/pair-vault';
import { sideOf } from '../domain/proposal-rules';
import type { Subject } from '../domain/message';
import { sessionKey } from '../domain/session';
import { isAhead } from '../domain/session-rules';
import type { CardView } from '../domain/view';
import type { Press } from '../member/press';
import { loadPair } from '../pair/load-pair';
import { sessionOffView } from '../session/session-off-view';
import { agendaChangedView, agendaView } from './agenda-view';
import { readPlan } from './read-plan';

/**
 * What an agenda that was sent says now: the same with the plan as it is by then; that the session is off, where its pair is over for the
 * reader; or that it is no longer at that time. Undefined for anybody but the two.
 */
export async function showAgenda(
  { ports, member, context }: Press<'programmes', PairReading>,
  { pairId = '', sessionNumber: number = 0, slotRound }: Subject,
): Promise<CardView | undefined> {
  const programme = member.programme.value;
  const { reader } = member;
  const [people, session, ending] = await Promise.all([
    loadPair(ports, programme.id, pairId, [member.participant]),
    ports.programmes.get(programme.id, 'session', sessionKey(pairId, number)),
    ports.programmes.get(programme.id, 'pair-ending', pairId),
  ]);
  const side = people === undefined ? undefined : sideOf(people.pair.value, member.participant?.key ?? '');
  if (people === undefined || side === undefined) return undefined;
  if (session === undefined) return sessionOffView(programme, reader, number);
  const { value } = session;
  const isOver = hasHeard(ending?.value, side) || people[side].value.state === 'withdrawn';
  if (isAhead(value, context.now) && isOver) return sessionOffView(programme, reader, number);
  const plan = await readPlan(ports, programme, people.pair.value);
  const planned = plan.sessions[number - 1];
  if (value.slotRound !== slotRound || value.booked === undefined || planned === undefined)
    return agendaChangedView(programme, number, reader);
  return agendaView(programme, people, side, value, value.booked, planned, reader);
}
