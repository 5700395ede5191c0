import { plusDays, plusMilliseconds, type Instant } from '../kernel/clock';
import type { Stored } from '../kernel/row-store';
import type { Participant } from '../domain/participant';
import { pauseOfPair } from '../domain/pause-rules';
import type { UseCaseContext, Ports } from '../domain/ports';
import type { UnitOfWork } from '../domain/unit-of-work';
import type { Pair } from '../domain/proposal';
import { finishPair } from '../pair/finish-pair';
import { findSlots } from './find-slots';
import { delegateOf } from '../pair/delegate-of';
import { diaryOf } from './diary';
import { sessionKey, type Session, type Slot } from '../domain/session';
import { putOnHold, offer } from '../domain/session-rules';
import { heardBy, findListeners } from './find-listeners';

/** Sets of slots offered for one month before the product stops asking. */
export const mostRounds = 8;
const hour = 3_600_000;
/** Time to answer, at least, from the moment the last of both has read the card. */
const hoursToAnswer = 3;

export interface SlotOffer {
  readonly ports: Ports<'programmes' | 'people' | 'holidayFrom'>;
  readonly unit: UnitOfWork;
  readonly session: Session;
  readonly mentor: Participant;
  readonly mentee: Participant;
  /** The set of slots that is given up: not offered again at once. */
  readonly offered: readonly Slot[];
  /** Directory id of who reads the new set as the answer to their press; everybody else gets a card at their next contact time. */
  readonly pressedBy?: string;
  /** Sets in a row that ran out unanswered, this one's predecessor included. */
  readonly unanswered?: number;
  readonly usual?: string;
  readonly context: UseCaseContext;
}

/** Whether the set was put without a card: two before it ran out in silence. Older cards and the tab show it all the same. */
export function isQuiet(session: Session): boolean {
  return (session.unanswered ?? 0) >= 2;
}

/** The session with its next three slots, and the cards and due work they cause; undefined when the month has no time left for both. */
export async function offerSlots(it: SlotOffer): Promise<Session | undefined> {
  const { session, context } = it;
  if (session.slotRound >= mostRounds || plusDays(context.now, 1) >= session.windowEnd) return undefined;
  const delegate = await delegateOf(it.ports, it.unit.programmeId, session.menteeId);
  const listeners = findListeners(it.ports, [it.mentor, delegate ?? it.mentee], it.pressedBy, context.now);
  const slots = await nextSlots(it, heardBy(listeners, context.now));
  const last = slots.at(-1);
  if (last === undefined) return undefined;
  const unanswered = it.unanswered ?? 0;
  const offered = { ...offer(session, slots), ...(unanswered === 0 ? {} : { unanswered }) };
  const subject = { pairId: session.pairId, sessionNumber: session.number, slotRound: offered.slotRound };
  if (!isQuiet(offered))
    for (const { recipient, at } of listeners)
      it.unit.queueMessage({ kind: 'slots', recipient, subject, notBefore: at, expiresAt: last.start });
  it.unit.schedule({
    kind: 'slots-stale',
    at: plusMilliseconds(last.start, -hour),
    ref: sessionKey(session.pairId, session.number),
    occurrence: String(offered.slotRound),
  });
  return offered;
}

/**
 * Times nobody has seen yet come first; when there are none left, those of before the last set once more. Everybody has a day from
 * reading to the first of them; where the month ends before, some hours.
 */
async function nextSlots(it: SlotOffer, heard: Instant): Promise<readonly Slot[]> {
  const { session, context } = it;
  const soonest = laterOf(plusDays(context.now, 1), session.windowStart);
  const [mentor, mentee] = await Promise.all(
    [it.mentor, it.mentee].map((person) => diaryOf(it.ports, it.unit.programmeId, person, soonest, session.windowEnd)),
  );
  if (mentor === undefined || mentee === undefined) return [];
  const usual = it.usual === undefined ? {} : { usual: it.usual };
  const seen = [...it.offered, ...(session.offered ?? []).map((start) => ({ start }))];
  for (const exclude of [seen, it.offered]) {
    for (const lead of [24, hoursToAnswer]) {
      const from = laterOf(soonest, plusMilliseconds(heard, lead * hour));
      const slots = findSlots({ mentor, mentee, from, to: session.windowEnd, exclude, ...usual });
      if (slots.length > 0) return slots;
    }
  }
  return [];
}

function laterOf(one: Instant, other: Instant): Instant {
  return one > other ? one : other;
}

/** Writes the next three slots, or that the month has no time left: then the session is missed. */
export async function offerAgain(
  it: Omit<SlotOffer, 'session'> & { readonly pair: Stored<Pair> },
  stored: Stored<Session>,
  session: Session = stored.value,
): Promise<Session> {
  const away = pauseOfPair(it.mentor, it.mentee, it.context.now) !== undefined;
  const offered = away ? putOnHold(session) : await offerSlots({ ...it, session });
  const next: Session = offered ?? { ...session, state: 'missed', revision: session.revision + 1 };
  it.unit.replace('session', stored, next);
  if (offered === undefined)
    it.unit.recordChange('session-missed', { pairIds: [session.pairId], counts: { 'sessions.missed': 1 } });
  else it.unit.recordChange('slots-offered', { pairIds: [session.pairId] });
  await finishPair(it.ports, it.unit, it.pair, next, it.context);
  return next;
}
