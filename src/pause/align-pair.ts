import { plusDays, type Instant } from '../kernel/clock';
import { withPrefix } from '../kernel/read-all';
import type { Stored } from '../kernel/row-store';
import type { Participant, Pause } from '../domain/participant';
import type { Occasion, Ports } from '../domain/ports';
import { UnitOfWork } from '../domain/unit-of-work';
import type { Side } from '../domain/proposal';
import { sideOf } from '../domain/proposal-rules';
import { decentHourFor } from '../calendar/next-contact-time';
import { delegateOf } from '../pair/delegate-of';
import { loadPair, type PairPeople } from '../pair/load-pair';
import type { Session } from '../domain/session';
import { offerSlots } from '../session/offer-slots';
import { hold } from '../domain/session-rules';
import { releaseHours } from '../session/take-hours';
import type { DueWork } from '../domain/work';
import { isPaused, pauseOfPair } from '../domain/pause-rules';

const mostSessions = 10;

/** Lets each running pair of the person follow their pause, or its end, one transaction each. */
export async function alignPairs(
  ports: Ports,
  unit: UnitOfWork,
  person: Participant,
  occasion: Occasion,
): Promise<void> {
  const places = await ports.programmes.get(unit.programmeId, 'places', person.id);
  for (const pairId of places?.value.pairIds ?? [])
    unit.dueAt({
      kind: 'pair-align',
      at: occasion.now,
      ref: pairId,
      mark: `${String(person.revision)}|${person.id}`,
    });
}

/**
 * Makes a pair's months agree with the pauses of its two people as they are now. While one is away, what is open before the return is
 * held: no hour, no slots, and nothing that counts as missed; the other hears once from when sessions go on. With both back, what
 * still has time in its month is offered again. Returns false when another change came first.
 */
export async function alignPair(
  ports: Ports,
  programmeId: string,
  due: Stored<DueWork>,
  occasion: Occasion,
): Promise<boolean> {
  const unit = new UnitOfWork(ports, programmeId, occasion, 'pair').remove('due', due);
  const people = await loadPair(ports, programmeId, due.value.ref);
  if (people?.pair.value.state !== 'active') return unit.commit();
  const page = await ports.programmes.range(programmeId, 'session', {
    ...withPrefix(`${people.pair.key}|`),
    limit: mostSessions,
  });
  const pause = pauseOfPair(people.mentor.value, people.mentee.value, occasion.now);
  const it: Aligning = { ports, unit, people, occasion };
  if (pause === undefined) await offerHeld(it, page.rows);
  else await holdOpen(it, page.rows, pause, due.value.mark.slice(due.value.mark.indexOf('|') + 1));
  return unit.commit();
}

interface Aligning {
  readonly ports: Ports;
  readonly unit: UnitOfWork;
  readonly people: PairPeople;
  readonly occasion: Occasion;
}

async function holdOpen(
  it: Aligning,
  sessions: readonly Stored<Session>[],
  pause: Pause,
  pausedId: string,
): Promise<void> {
  const { ports, unit, people, occasion } = it;
  let calledOff: Instant | undefined;
  for (const session of sessions) {
    const { state, booked } = session.value;
    const isOpen = state === 'proposing' || (state === 'booked' && isBetween(booked?.start, occasion.now, pause));
    if (!isOpen) continue;
    unit.replace('session', session, hold(session.value));
    const counts = state === 'booked' ? { counts: { 'sessions.booked': -1, 'sessions.ahead': -1 } } : {};
    unit.changed('session-held-back', { pairIds: [people.pair.key], ...counts });
    if (state !== 'booked') continue;
    calledOff = booked?.start;
    await releaseHours(ports, unit, session.value);
    for (const participantId of [session.value.mentorId, session.value.menteeId])
      unit.follow({ type: 'booking', participantId, sessionKey: session.key });
  }
  const side = sideOf(people.pair.value, pausedId);
  if (side !== undefined) tellPartner(it, side, calledOff);
  if (calledOff !== undefined) await tellDelegate(it, calledOff);
}

function isBetween(start: Instant | undefined, now: Instant, pause: Pause): boolean {
  return start !== undefined && start > now && start < pause.resumesAt;
}

/** Neutral words for the other; none to somebody who is away longer themselves. */
function tellPartner({ ports, unit, people, occasion }: Aligning, paused: Side, calledOff: Instant | undefined): void {
  const me = people[paused].value;
  const partner = people[paused === 'mentor' ? 'mentee' : 'mentor'].value;
  const mine = isPaused(me, occasion.now) ? me.pause?.resumesAt : undefined;
  const theirs = isPaused(partner, occasion.now) ? partner.pause?.resumesAt : undefined;
  if (mine === undefined || (theirs !== undefined && theirs >= mine)) return;
  unit.say({
    kind: 'pair-paused',
    recipient: { to: 'participant', id: partner.id },
    subject: { pairId: people.pair.key, ...(calledOff === undefined ? {} : { calledOff }) },
    notBefore: decentHourFor(ports, partner, theirs ?? occasion.now),
    expiresAt: mine,
  });
}

async function tellDelegate({ ports, unit, people, occasion }: Aligning, calledOff: Instant): Promise<void> {
  const delegate = await delegateOf(ports, unit.programmeId, people.mentee.key);
  if (delegate === undefined) return;
  unit.say({
    kind: 'hour-off',
    recipient: { to: 'contact', id: delegate.id },
    subject: { pairId: people.pair.key, calledOff },
    notBefore: decentHourFor(ports, delegate, occasion.now),
    expiresAt: calledOff,
  });
}

async function offerHeld(it: Aligning, sessions: readonly Stored<Session>[]): Promise<void> {
  const { ports, unit, people, occasion } = it;
  // Another pause at this very moment comes before, or after, and finds the sessions offered.
  if (sessions.some(({ value }) => value.state === 'paused'))
    unit.hold('participant', people.mentor).hold('participant', people.mentee);
  for (const session of sessions) {
    if (session.value.state !== 'paused' || session.value.windowEnd <= plusDays(occasion.now, 1)) continue;
    const offered = await offerSlots({
      ports,
      unit,
      session: session.value,
      mentor: people.mentor.value,
      mentee: people.mentee.value,
      offered: [],
      occasion,
    });
    if (offered === undefined) continue;
    unit.replace('session', session, offered).changed('slots-offered', { pairIds: [people.pair.key] });
  }
}
