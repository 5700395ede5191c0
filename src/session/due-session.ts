import { plusDays } from '../kernel/clock';
import type { Stored } from '../kernel/row-store';
import { pauseOfPair } from '../domain/pause-rules';
import type { UseCaseContext, Ports, Saving } from '../domain/ports';
import { UnitOfWork } from '../domain/unit-of-work';
import type { DueWork } from '../domain/due-work';
import { finishHeldPair, finishPair } from '../pair/finish-pair';
import { loadPair, type PairPeople } from '../pair/load-pair';
import { sessionKey, type Session } from '../domain/session';
import { monthWindow } from '../calendar/month-window';
import { delegateOf } from '../pair/delegate-of';
import { editSessionCards } from './edit-session-cards';
import { offerSlots } from './offer-slots';
import { close, isUnsettled, putOnHold, over, settleDays } from '../domain/session-rules';
import { sessionCounts } from './answer-met';
import { releaseHours } from './take-hours';
import { heardBy, findListeners } from './find-listeners';

interface Ref {
  readonly pairId: string;
  readonly number: number;
}

/**
 * Proposes the month's session, or one that a pause held back, the usual slot first; a day later where the times of the one before are not
 * settled yet. Returns false when another change came first.
 */
export async function proposeSession(
  ports: Ports<Saving | 'people' | 'holidayFrom'>,
  programmeId: string,
  due: Stored<DueWork>,
  context: UseCaseContext,
): Promise<boolean> {
  const unit = new UnitOfWork(ports, programmeId, context, 'system').remove('due', due);
  const ref = refOf(due.value.ref);
  const people = await loadPair(ports, programmeId, ref.pairId);
  const there = await ports.programmes.get(programmeId, 'session', due.value.ref);
  if (people?.pair.value.state !== 'active' || (there !== undefined && there.value.state !== 'paused'))
    return unit.commit();
  const away = pauseOfPair(people.mentor.value, people.mentee.value, context.now) !== undefined;
  const before = await ports.programmes.get(programmeId, 'session', sessionKey(ref.pairId, ref.number - 1));
  // Times of one session at a time, in their order.
  if (!away && before !== undefined && isUnsettled(before.value, context.now)) {
    const tomorrow = plusDays(context.now, 1);
    const { windowEnd } = before.value;
    const at = tomorrow < windowEnd ? tomorrow : windowEnd;
    return unit
      .schedule({ kind: 'session-propose', at, ref: due.value.ref, occurrence: due.value.occurrence })
      .commit();
  }
  // Whoever comes back has it offered then.
  if (there !== undefined && away) return unit.commit();
  const session = there?.value ?? newSession(people, ref.number);
  const usual = before?.value.booked?.start;
  const it = {
    ports,
    unit,
    mentor: people.mentor.value,
    mentee: people.mentee.value,
    offered: [],
    context,
  };
  const offered = away
    ? putOnHold(session)
    : await offerSlots({ ...it, session, ...(usual === undefined ? {} : { usual }) });
  const first: Session = offered ?? { ...session, state: 'missed', revision: 1 };
  // A pause of one of the two at this very moment comes before, and holds the session, or after, and finds it.
  unit.requireUnchanged('participant', people.mentor).requireUnchanged('participant', people.mentee);
  if (there !== undefined) {
    if (offered === undefined) return unit.commit();
    unit.replace('session', there, offered).recordChange('slots-offered', { pairIds: [ref.pairId] });
    editSessionCards(unit, offered, await delegateOf(ports, programmeId, offered.menteeId));
    return unit.commit();
  }
  unit.insert('session', due.value.ref, first).recordChange('session-proposed', {
    pairIds: [ref.pairId],
    counts: { 'sessions.planned': 1, ...sessionCounts('proposing', first.state) },
  });
  await finishPair(ports, unit, people.pair, first, context);
  return unit.commit();
}

/** Nobody agreed in time: the next three slots. After a second silence they come without a card. */
export async function refreshSlots(
  ports: Ports<Saving | 'people' | 'holidayFrom'>,
  programmeId: string,
  due: Stored<DueWork>,
  context: UseCaseContext,
): Promise<boolean> {
  const unit = new UnitOfWork(ports, programmeId, context, 'system').remove('due', due);
  const stored = await ports.programmes.get(programmeId, 'session', due.value.ref);
  const people = await loadPair(ports, programmeId, refOf(due.value.ref).pairId);
  if (
    stored?.value.state !== 'proposing' ||
    String(stored.value.slotRound) !== due.value.occurrence ||
    people?.pair.value.state !== 'active'
  )
    return unit.commit();
  const it = {
    ports,
    unit,
    mentor: people.mentor.value,
    mentee: people.mentee.value,
    offered: stored.value.slots,
    context,
  };
  const unanswered = (stored.value.unanswered ?? 0) + 1;
  const offered = await offerSlots({ ...it, session: stored.value, unanswered });
  if (offered !== undefined)
    unit.replace('session', stored, offered).recordChange('slots-offered', { pairIds: [stored.value.pairId] });
  return unit.commit();
}

/** The hour is over: both are asked whether they met. */
export async function askWhetherMet(
  ports: Ports<Saving | 'holidayFrom'>,
  programmeId: string,
  due: Stored<DueWork>,
  context: UseCaseContext,
): Promise<boolean> {
  const unit = new UnitOfWork(ports, programmeId, context, 'system').remove('due', due);
  const stored = await ports.programmes.get(programmeId, 'session', due.value.ref);
  if (stored === undefined || String(stored.value.slotRound) !== due.value.occurrence) return unit.commit();
  const asked = over(stored.value, context.now);
  const people = await loadPair(ports, programmeId, stored.value.pairId);
  if (asked === undefined || people === undefined) return unit.commit();
  const listeners = findListeners(ports, [people.mentor.value, people.mentee.value], undefined, context.now);
  const until = plusDays(heardBy(listeners, context.now), settleDays);
  unit
    .replace('session', stored, asked)
    .recordChange('session-over', { pairIds: [asked.pairId], counts: { 'sessions.ahead': -1 } });
  await releaseHours(ports, unit, asked);
  const subject = { pairId: asked.pairId, sessionNumber: asked.number, slotRound: asked.slotRound };
  for (const { recipient, at } of listeners)
    unit.queueMessage({ kind: 'met', recipient, subject, notBefore: at, expiresAt: until });
  return unit
    .schedule({ kind: 'session-close', at: until, ref: due.value.ref, occurrence: `asked-${String(asked.slotRound)}` })
    .commit();
}

/**
 * The month or the days to answer are over: the session's fate is decided with what there is. At the end of the month only a session
 * that never found its time is closed; one that is booked or being asked about has its own date.
 */
export async function closeSession(
  ports: Ports<Saving | 'holidayFrom'>,
  programmeId: string,
  due: Stored<DueWork>,
  context: UseCaseContext,
): Promise<boolean> {
  const unit = new UnitOfWork(ports, programmeId, context, 'system').remove('due', due);
  const stored = await ports.programmes.get(programmeId, 'session', due.value.ref);
  const people = await loadPair(ports, programmeId, refOf(due.value.ref).pairId);
  if (stored === undefined || people === undefined) return unit.commit();
  const isMonthOver = due.value.occurrence === 'month';
  if (isMonthOver) await finishHeldPair(ports, unit, people.pair, stored.value, context);
  const applies = isMonthOver
    ? stored.value.state === 'proposing'
    : due.value.occurrence === `asked-${String(stored.value.slotRound)}`;
  const closed = applies ? close(stored.value) : undefined;
  if (closed === undefined) return unit.commit();
  unit.replace('session', stored, closed).recordChange('session-closed', {
    pairIds: [closed.pairId],
    counts: sessionCounts(stored.value.state, closed.state),
  });
  await finishPair(ports, unit, people.pair, closed, context);
  if (isMonthOver) await finishHeldPair(ports, unit, people.pair, closed, context);
  return unit.commit();
}

function newSession(people: PairPeople, number: number): Session {
  const { id, mentorId, menteeId, startedAt, timeZone } = people.pair.value;
  const window = monthWindow(startedAt, timeZone, number);
  return {
    pairId: id,
    number,
    mentorId,
    menteeId,
    state: 'proposing',
    slotRound: 0,
    slots: [],
    slotAnswers: {},
    uid: `${id}-${String(number)}@passerelle`,
    sequence: 0,
    moves: 0,
    met: {},
    windowStart: window.start,
    windowEnd: window.end,
    revision: 0,
  };
}

function refOf(key: string): Ref {
  const [pairId = '', number = '0'] = key.split('|');
  return { pairId, number: Number(number) };
}
