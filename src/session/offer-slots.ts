import { plusDays, plusMilliseconds } from '../kernel/clock';
import type { Stored } from '../kernel/row-store';
import type { Recipient } from '../messaging/model';
import type { Participant } from '../participant/model';
import type { Occasion, Ports } from '../programme/ports';
import type { UnitOfWork } from '../programme/unit-of-work';
import type { Pair } from '../proposal/model';
import { decentHourFor } from './decent-hour';
import { finishPair } from './finish-pair';
import { findSlots } from './find-slots';
import { delegateOf } from './delegate-of';
import { diaryOf } from './diary';
import { sessionKey, type Session, type Slot } from './model';
import { offer } from './rules';

/** Sets of slots offered for one month before the product stops asking. */
export const mostRounds = 8;
const hour = 3_600_000;

export interface SlotOffer {
  readonly ports: Ports;
  readonly unit: UnitOfWork;
  readonly session: Session;
  readonly mentor: Participant;
  readonly mentee: Participant;
  /** The set of slots that is given up: not offered again at once. */
  readonly offered: readonly Slot[];
  /** Nobody has just pressed anything: the cards wait for a decent hour of their reader. */
  readonly unprompted?: boolean;
  readonly usual?: string;
  readonly occasion: Occasion;
}

/** The session with its next three slots, and the cards and due work they cause; undefined when the month has no time left for both. */
export async function offerSlots(it: SlotOffer): Promise<Session | undefined> {
  const { session, occasion } = it;
  const soonest = plusDays(occasion.now, 1);
  const from = soonest > session.windowStart ? soonest : session.windowStart;
  if (session.round >= mostRounds || from >= session.windowEnd) return undefined;
  const [mentor, mentee] = await Promise.all([
    diaryOf(it.ports, it.mentor, from, session.windowEnd),
    diaryOf(it.ports, it.mentee, from, session.windowEnd),
  ]);
  const find = (exclude: readonly Pick<Slot, 'start'>[]): readonly Slot[] =>
    findSlots({
      mentor,
      mentee,
      from,
      to: session.windowEnd,
      exclude,
      ...(it.usual === undefined ? {} : { usual: it.usual }),
    });
  // Times nobody has seen yet come first; when there are none left, those of before the last set once more.
  const unseen = find([...it.offered, ...(session.offered ?? []).map((start) => ({ start }))]);
  const slots = unseen.length > 0 ? unseen : find(it.offered);
  const last = slots.at(-1);
  if (last === undefined) return undefined;
  const offered = offer(session, slots);
  const subject = { pairId: session.pairId, sessionNumber: session.number, slotRound: offered.round };
  const delegate = await delegateOf(it.ports, it.unit.programmeId, session.menteeId);
  const forMentee: Recipient =
    delegate === undefined ? { to: 'participant', id: session.menteeId } : { to: 'contact', id: delegate.id };
  for (const [recipient, reader] of [
    [{ to: 'participant', id: session.mentorId }, it.mentor],
    [forMentee, it.mentee],
  ] as const) {
    const decent = it.unprompted === true ? decentHourFor(it.ports, reader, occasion.now) : occasion.now;
    // Rather at an odd hour than too late to answer.
    it.unit.say({
      kind: 'slots',
      recipient,
      subject,
      notBefore: decent < last.start ? decent : occasion.now,
      expiresAt: last.start,
    });
  }
  it.unit.dueAt({
    kind: 'slots-stale',
    at: plusMilliseconds(last.start, -hour),
    ref: sessionKey(session.pairId, session.number),
    mark: String(offered.round),
  });
  return offered;
}

/** Writes the next three slots, or that the month has no time left: then the session is missed. */
export async function offerAgain(
  it: Omit<SlotOffer, 'session'> & { readonly pair: Stored<Pair> },
  stored: Stored<Session>,
  session: Session = stored.value,
): Promise<Session> {
  const offered = await offerSlots({ ...it, session });
  const next: Session = offered ?? { ...session, state: 'missed', revision: session.revision + 1 };
  it.unit.replace('session', stored, next);
  if (offered === undefined)
    it.unit.changed('session-missed', { pairIds: [session.pairId], counts: { 'sessions.missed': 1 } });
  else it.unit.changed('slots-offered', { pairIds: [session.pairId] });
  await finishPair(it.ports, it.unit, it.pair, next);
  return next;
}
