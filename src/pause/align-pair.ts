import { plusDays, type Instant } from '../kernel/clock';
import { withPrefix } from '../kernel/read-all';
import type { Stored } from '../kernel/row-store';
import type { Participant, Pause } from '../domain/participant';
import type { UseCaseContext, Ports, Saving } from '../domain/ports';
import { UnitOfWork } from '../domain/unit-of-work';
import type { Side } from '../domain/proposal';
import { sideOf } from '../domain/proposal-rules';
import { nextContactTimeFor } from '../calendar/next-contact-time';
import { delegateOf } from '../pair/delegate-of';
import { loadPair, type PairPeople } from '../pair/load-pair';
import type { Session } from '../domain/session';
import { editSessionCards } from '../session/edit-session-cards';
import { offerSlots } from '../session/offer-slots';
import { putOnHold } from '../domain/session-rules';
import { releaseHours } from '../session/take-hours';
import type { DueWork } from '../domain/due-work';
import { isPaused, pauseOfPair } from '../domain/pause-rules';

const mostSessions = 10;

/** Lets each running pair of the person follow their pause, or its end, one transaction each. */
export async function alignPairs(
  ports: Ports<'programmes'>,
  unit: UnitOfWork,
  person: Participant,
  context: UseCaseContext,
): Promise<void> {
  const personPairs = await ports.programmes.get(unit.programmeId, 'person-pairs', person.id);
  for (const pairId of personPairs?.value.pairIds ?? [])
    unit.schedule({
      kind: 'pair-align',
      at: context.now,
      ref: pairId,
      occurrence: `${String(person.revision)}|${person.id}`,
    });
}

/**
 * Makes a pair's months agree with the pauses of its two people as they are now. While one is away, what is open before the return is
 * held: no hour, no slots, and nothing that counts as missed; the other hears once from when sessions go on. With both back, what
 * still has time in its month is offered again. Returns false when another change came first.
 */
export async function alignPair(
  ports: Ports<Saving | 'people' | 'holidayFrom'>,
  programmeId: string,
  due: Stored<DueWork>,
  context: UseCaseContext,
): Promise<boolean> {
  const unit = new UnitOfWork(ports, programmeId, context, 'pair').remove('due', due);
  const people = await loadPair(ports, programmeId, due.value.ref);
  if (people?.pair.value.state !== 'active') return unit.commit();
  const page = await ports.programmes.range(programmeId, 'session', {
    ...withPrefix(`${people.pair.key}|`),
    limit: mostSessions,
  });
  const pause = pauseOfPair(people.mentor.value, people.mentee.value, context.now);
  const it: Aligning = { ports, unit, people, context };
  if (pause === undefined) await offerHeld(it, page.rows);
  else await holdOpen(it, page.rows, pause, due.value.occurrence.slice(due.value.occurrence.indexOf('|') + 1));
  return unit.commit();
}

interface Aligning {
  readonly ports: Ports<'programmes' | 'people' | 'holidayFrom'>;
  readonly unit: UnitOfWork;
  readonly people: PairPeople;
  readonly context: UseCaseContext;
}

async function holdOpen(
  it: Aligning,
  sessions: readonly Stored<Session>[],
  pause: Pause,
  pausedId: string,
): Promise<void> {
  const { ports, unit, people, context } = it;
  let calledOff: Instant | undefined;
  const delegate = await delegateOf(ports, unit.programmeId, people.mentee.key);
  for (const session of sessions) {
    const { state, booked } = session.value;
    const isOpen = state === 'proposing' || (state === 'booked' && isBetween(booked?.start, context.now, pause));
    if (!isOpen) continue;
    const held = putOnHold(session.value);
    unit.replace('session', session, held);
    editSessionCards(unit, held, delegate);
    const counts = state === 'booked' ? { counts: { 'sessions.booked': -1, 'sessions.ahead': -1 } } : {};
    unit.recordChange('session-held-back', { pairIds: [people.pair.key], ...counts });
    if (state !== 'booked') continue;
    calledOff = booked?.start;
    await releaseHours(ports, unit, session.value);
    for (const participantId of [session.value.mentorId, session.value.menteeId])
      unit.project({ type: 'booking', participantId, sessionKey: session.key });
  }
  const side = sideOf(people.pair.value, pausedId);
  if (side !== undefined) tellPartner(it, side, calledOff);
  if (calledOff !== undefined) await tellDelegate(it, calledOff);
}

function isBetween(start: Instant | undefined, now: Instant, pause: Pause): boolean {
  return start !== undefined && start > now && start < pause.resumesAt;
}

/** Neutral words for the other; none to somebody who is away longer themselves. */
function tellPartner({ ports, unit, people, context }: Aligning, paused: Side, calledOff: Instant | undefined): void {
  const me = people[paused].value;
  const partner = people[paused === 'mentor' ? 'mentee' : 'mentor'].value;
  const mine = isPaused(me, context.now) ? me.pause?.resumesAt : undefined;
  const theirs = isPaused(partner, context.now) ? partner.pause?.resumesAt : undefined;
  if (mine === undefined || (theirs !== undefined && theirs >= mine)) return;
  unit.queueMessage({
    kind: 'pair-paused',
    recipient: { to: 'participant', id: partner.id },
    subject: { pairId: people.pair.key, ...(calledOff === undefined ? {} : { calledOff }) },
    notBefore: nextContactTimeFor(ports, partner, theirs ?? context.now),
    expiresAt: mine,
  });
}

async function tellDelegate({ ports, unit, people, context }: Aligning, calledOff: Instant): Promise<void> {
  const delegate = await delegateOf(ports, unit.programmeId, people.mentee.key);
  if (delegate === undefined) return;
  unit.queueMessage({
    kind: 'hour-off',
    recipient: { to: 'contact', id: delegate.id },
    subject: { pairId: people.pair.key, calledOff },
    notBefore: nextContactTimeFor(ports, delegate, context.now),
    expiresAt: calledOff,
  });
}

async function offerHeld(it: Aligning, sessions: readonly Stored<Session>[]): Promise<void> {
  const { ports, unit, people, context } = it;
  // Another pause at this very moment comes before, or after, and finds the sessions offered.
  if (sessions.some(({ value }) => value.state === 'paused'))
    unit.requireUnchanged('participant', people.mentor).requireUnchanged('participant', people.mentee);
  const held = sessions.filter(({ value }) => value.state === 'paused' && value.windowEnd > plusDays(context.now, 1));
  // One at a time: the others come once the times of the one before are settled, or its month is over.
  const isOffering = sessions.some(({ value }) => value.state === 'proposing');
  const next = isOffering ? undefined : held[0];
  for (const { key } of held.filter((session) => session !== next))
    unit.schedule({ kind: 'session-propose', at: plusDays(context.now, 1), ref: key, occurrence: 'held' });
  if (next === undefined) return;
  const offered = await offerSlots({
    ports,
    unit,
    session: next.value,
    mentor: people.mentor.value,
    mentee: people.mentee.value,
    offered: [],
    context,
  });
  if (offered === undefined) return;
  unit.replace('session', next, offered).recordChange('slots-offered', { pairIds: [people.pair.key] });
  editSessionCards(unit, offered, await delegateOf(ports, unit.programmeId, people.mentee.key));
}
