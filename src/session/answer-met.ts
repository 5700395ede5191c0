import { cardAbout } from '../domain/card';
import type { Saving } from '../domain/ports';
import { shown } from '../member/action-outcome';
import { current, notFound, unitOf, type Press, type PressAnswer } from '../member/press';
import type { CardView } from '../domain/view';
import { conflict, type UnitOfWork } from '../domain/unit-of-work';
import { findStatus } from '../survey/find-status';
import { statusKey } from '../domain/survey';
import { surveyView } from '../survey/survey-view';
import { finishPair } from '../pair/finish-pair';
import { loadSession, type SessionCase, type SessionRef } from './load-session';
import type { Session } from '../domain/session';
import { answerMet as answer, isAsking } from '../domain/session-rules';
import { sessionView } from './session-view';

export interface MetInput extends SessionRef {
  readonly slotRound: number;
  readonly met: 'yes' | 'no';
}

/** One side's "did you meet?". A yes opens the three-question pulse on the same card; a no offers another time. */
export async function answerMet(
  press: Press<Saving | 'people' | 'secrets' | 'holidayFrom' | 'signingKey'>,
  input: MetInput,
): Promise<PressAnswer> {
  const it = await loadSession(press, input);
  if (it === undefined || it.who.asDelegate) return notFound(press);
  const before = it.session.value;
  const result = answer(before, it.side, input.slotRound, input.met);
  if (!result.ok || !isAsking(before, press.context.now))
    return current(press, await pulseOrSession(press, it, before));
  const after = result.value;
  const unit = unitOf(press)
    .replace('session', it.session, after)
    .editCards({ to: 'participant', id: it[it.side].key }, cardAbout.session(before.pairId, before.number))
    .recordChange('met-answered', { pairIds: [before.pairId], counts: sessionCounts(before.state, after.state) });
  if (after.met[it.side] === 'yes') await askPulse(press, unit, it);
  await finishPair(press.ports, unit, it.pair, after, press.context);
  if (!(await unit.commit())) return conflict;
  // Read only now: the pulse may have been asked by this very press.
  return shown(await pulseOrSession(press, it, after), it.who.reader, true);
}

/** Counters of ends moved by a change of state. */
export function sessionCounts(before: Session['state'], after: Session['state']): Readonly<Record<string, number>> {
  if (before === after) return {};
  const counts: Record<string, number> = {};
  for (const [state, move] of [
    [before, -1],
    [after, 1],
  ] as const) {
    if (state === 'held' || state === 'missed' || state === 'unclear') counts[`sessions.${state}`] = move;
  }
  return counts;
}

async function askPulse({ ports, context }: Press<'programmes'>, unit: UnitOfWork, it: SessionCase): Promise<void> {
  const { pairId, number } = it.session.value;
  const surveyRound = `pulse-${String(number)}`;
  const participantId = it.side === 'mentor' ? it.mentor.key : it.mentee.key;
  const programmeId = it.member.programme.value.id;
  const [open, status] = await Promise.all([
    ports.programmes.get(programmeId, 'survey-round', surveyRound),
    findStatus(ports, programmeId, surveyRound, participantId, pairId),
  ]);
  if (open === undefined || open.value.state === 'closed' || status !== undefined) return;
  unit
    .insert('status', statusKey(surveyRound, participantId, pairId), {
      surveyRound,
      participantId,
      pairId,
      state: 'asked',
      on: context.now.slice(0, 10),
    })
    .recordChange('survey-asked', { counts: { [`responses.${surveyRound}.asked`]: 1 } });
}

/** The pulse for who says that they met, where one is asked; else the session. */
export async function pulseOrSession(
  { ports, context, ownSheet }: Press<'programmes'>,
  it: SessionCase,
  session: Session,
): Promise<CardView> {
  const programme = it.member.programme.value;
  if (session.met[it.side] === 'yes') {
    const me = it.side === 'mentor' ? it.mentor.value : it.mentee.value;
    const surveyRound = `pulse-${String(session.number)}`;
    const { pairId } = session;
    const pulse = await surveyView(ports, programme, surveyRound, me, it.who.reader, {
      pairId,
      ownSheet,
      now: context.now,
    });
    if (pulse !== undefined) return pulse;
  }
  return sessionView(programme, session, it.who, context.now);
}
