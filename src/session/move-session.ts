import { noticed, shown, type ActionOutcome } from '../member/action-outcome';
import { strangerReader } from '../member/reader';
import type { Actor, UseCaseContext, Ports } from '../domain/ports';
import { retryOnConflict, conflict, UnitOfWork } from '../domain/unit-of-work';
import { sessionCounts } from './answer-met';
import { loadSession } from './load-session';
import { sessionKey } from '../domain/session';
import { offerAgain } from './offer-slots';
import { mayMove } from '../domain/session-rules';
import { sessionView } from './session-view';
import { releaseHours } from './take-hours';

/**
 * "I can't make it": the hour is given up and the next three slots of the same month are offered to both. Who moved is kept nowhere,
 * so a card is queued for both, though one of them reads the slots as the answer.
 */
export async function moveSession(
  ports: Ports,
  actor: Actor,
  input: { readonly programmeId: string; readonly pairId: string; readonly number: number; readonly round: number },
  context: UseCaseContext,
): Promise<ActionOutcome> {
  return retryOnConflict(async () => {
    const it = await loadSession(ports, actor, input);
    if (it === undefined) return noticed('not-found', await strangerReader(ports, actor.directoryId));
    const { session, who } = it;
    const programme = it.member.programme.value;
    if (programme.state === 'closed') return noticed('programme-closed', who.reader);
    if (!mayMove(session.value, input.round) || it.pair.value.state !== 'active') {
      return shown(sessionView(programme, session.value, who, context.now), who.reader, false);
    }
    const unit = new UnitOfWork(ports, input.programmeId, context, 'pair');
    const { booked: _givenUp, ...rest } = session.value;
    const moved = { ...rest, moves: rest.moves + 1, sequence: rest.sequence + 1 };
    await releaseHours(ports, unit, session.value);
    const after = await offerAgain(
      {
        ports,
        unit,
        pair: it.pair,
        mentor: it.mentor.value,
        mentee: it.mentee.value,
        offered: session.value.slots,
        context,
      },
      session,
      moved,
    );
    for (const participantId of [session.value.mentorId, session.value.menteeId]) {
      unit.project({
        type: 'booking',
        participantId,
        sessionKey: sessionKey(session.value.pairId, session.value.number),
      });
    }
    const ahead: Readonly<Record<string, number>> = session.value.state === 'booked' ? { 'sessions.ahead': -1 } : {};
    const before = sessionCounts(session.value.state, 'proposing');
    unit.recordChange('session-moved', { counts: { 'sessions.moved': 1, 'sessions.booked': -1, ...ahead, ...before } });
    return (await unit.commit()) ? shown(sessionView(programme, after, who, context.now), who.reader, true) : conflict;
  });
}
