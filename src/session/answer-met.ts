import { noticed, shown, type ActionOutcome } from '../member/action-outcome';
import { strangerReader } from '../member/reader';
import type { Actor, UseCaseContext, Ports } from '../domain/ports';
import { retryOnConflict, conflict, UnitOfWork } from '../domain/unit-of-work';
import { findStatus } from '../survey/find-status';
import { statusKey } from '../domain/survey';
import { surveyView } from '../survey/survey-view';
import { finishPair } from '../pair/finish-pair';
import { loadSession, type SessionCase } from './load-session';
import type { Session } from '../domain/session';
import { answerMet as answer } from '../domain/session-rules';
import { sessionView } from './session-view';

export interface MetInput {
  readonly programmeId: string;
  readonly pairId: string;
  readonly number: number;
  readonly round: number;
  readonly met: 'yes' | 'no';
}

/** One side's "did you meet?". A yes opens the three-question pulse on the same card; a no offers another time. */
export async function answerMet(
  ports: Ports,
  actor: Actor,
  input: MetInput,
  context: UseCaseContext,
): Promise<ActionOutcome> {
  return retryOnConflict(async () => {
    const it = await loadSession(ports, actor, input);
    if (it === undefined || it.who.asDelegate)
      return noticed('not-found', await strangerReader(ports, actor.directoryId));
    const before = it.session.value;
    const result = answer(before, it.side, input.round, input.met);
    if (!result.ok) return afterwards(ports, it, before, context, false);
    const after = result.value;
    const unit = new UnitOfWork(ports, input.programmeId, context, actor.directoryId).replace(
      'session',
      it.session,
      after,
    );
    unit.recordChange('met-answered', { pairIds: [before.pairId], counts: sessionCounts(before.state, after.state) });
    if (after.met[it.side] === 'yes') await askPulse(ports, unit, it, context);
    await finishPair(ports, unit, it.pair, after, context);
    return (await unit.commit()) ? afterwards(ports, it, after, context, true) : conflict;
  });
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

async function askPulse(ports: Ports, unit: UnitOfWork, it: SessionCase, context: UseCaseContext): Promise<void> {
  const { pairId, number } = it.session.value;
  const round = `pulse-${String(number)}`;
  const participantId = it.side === 'mentor' ? it.mentor.key : it.mentee.key;
  const programmeId = it.member.programme.value.id;
  const [open, status] = await Promise.all([
    ports.programmes.get(programmeId, 'survey-round', round),
    findStatus(ports, programmeId, round, participantId, pairId),
  ]);
  if (open === undefined || open.value.state === 'closed' || status !== undefined) return;
  unit
    .insert('status', statusKey(round, participantId, pairId), {
      surveyRound: round,
      participantId,
      pairId,
      state: 'asked',
      on: context.now.slice(0, 10),
    })
    .recordChange('survey-asked', { counts: { [`responses.${round}.asked`]: 1 } });
}

async function afterwards(
  ports: Ports,
  it: SessionCase,
  session: Session,
  context: UseCaseContext,
  changed: boolean,
): Promise<ActionOutcome> {
  const programme = it.member.programme.value;
  if (session.met[it.side] === 'yes') {
    const participantId = it.side === 'mentor' ? it.mentor.key : it.mentee.key;
    const round = `pulse-${String(session.number)}`;
    const { pairId } = session;
    const pulse = await surveyView(ports, programme, round, participantId, it.who.reader, { pairId });
    if (pulse !== undefined) return shown(pulse, it.who.reader, changed);
  }
  return shown(sessionView(programme, session, it.who, context.now), it.who.reader, changed);
}
