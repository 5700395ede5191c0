import type { Saving } from '../domain/ports';
import { noticed } from '../member/action-outcome';
import { current, notFound, unitOf, type Press, type PressAnswer } from '../member/press';
import { savePress } from '../member/save-press';
import { sessionCounts } from './answer-met';
import { delegateOf } from '../pair/delegate-of';
import { editSessionCards } from './edit-session-cards';
import { loadSession, type SessionRef } from './load-session';
import { sessionKey, type Session } from '../domain/session';
import { offerAgain } from './offer-slots';
import { mayMove } from '../domain/session-rules';
import { sessionView } from './session-view';
import { releaseHours } from './take-hours';

/**
 * "I can't make it": the hour is given up and the next three slots of the same month are offered to both. Who moved is kept nowhere,
 * so a card is queued for both, though one of them reads the slots as the answer.
 */
export async function moveSession(
  press: Press<Saving | 'people' | 'secrets' | 'holidayFrom' | 'signingKey'>,
  input: SessionRef & { readonly slotRound: number },
): Promise<PressAnswer> {
  const { ports, context, member } = press;
  const it = await loadSession(press, input);
  if (it === undefined) return notFound(press);
  const programme = member.programme.value;
  const view = (session: Session) => sessionView(programme, session, it.who, context.now);
  if (programme.state === 'closed') return noticed('programme-closed', member.reader);
  const before = it.session.value;
  if (!mayMove(before, input.slotRound) || it.pair.value.state !== 'active') return current(press, view(before));
  const unit = unitOf(press, 'pair');
  const { booked: _givenUp, ...rest } = before;
  const moved = { ...rest, moves: rest.moves + 1, sequence: rest.sequence + 1 };
  await releaseHours(ports, unit, before);
  const after = await offerAgain(
    {
      ports,
      unit,
      pair: it.pair,
      mentor: it.mentor.value,
      mentee: it.mentee.value,
      offered: before.slots,
      context,
    },
    it.session,
    moved,
  );
  editSessionCards(unit, after, await delegateOf(ports, programme.id, before.menteeId));
  for (const participantId of [before.mentorId, before.menteeId])
    unit.project({ type: 'booking', participantId, sessionKey: sessionKey(before.pairId, before.number) });
  const ahead: Readonly<Record<string, number>> = before.state === 'booked' ? { 'sessions.ahead': -1 } : {};
  const ended = sessionCounts(before.state, 'proposing');
  unit.recordChange('session-moved', { counts: { 'sessions.moved': 1, 'sessions.booked': -1, ...ahead, ...ended } });
  return savePress(press, unit, view(after));
}
