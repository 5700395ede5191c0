import { plusDays, type Instant } from '../kernel/clock';
import { ok, refused, type Result } from '../kernel/result';
import type { Side } from './proposal';
import type { Session, Slot } from './session';

/** `repeat`: the effect is already there or the card is of an older set of slots; the current card is the answer. */
export type SessionRefusal = 'repeat';

/** Days after the hour until its fate is decided with the answers there are. */
export const settleDays = 7;

/** Puts a new set of slots to both; what was booked is given up. */
export function offer(session: Session, slots: readonly Slot[]): Session {
  return {
    pairId: session.pairId,
    number: session.number,
    mentorId: session.mentorId,
    menteeId: session.menteeId,
    uid: session.uid,
    sequence: session.sequence,
    moves: session.moves,
    windowStart: session.windowStart,
    windowEnd: session.windowEnd,
    state: 'proposing',
    slotRound: session.slotRound + 1,
    slots,
    offered: [...(session.offered ?? []), ...session.slots.map((slot) => slot.start)],
    slotAnswers: {},
    met: {},
    ...(session.heldBack === true ? { heldBack: true } : {}),
    revision: session.revision + 1,
  };
}

/** Being arranged, or agreed on and not begun. */
export function isAhead(session: Session, now: Instant): boolean {
  if (session.state === 'booked') return session.booked !== undefined && session.booked.start > now;
  return session.state === 'proposing' || session.state === 'paused';
}

/** Whether its times are still to be agreed on inside its month; those of the next session come after. */
export function isUnsettled({ state, windowEnd }: Session, now: Instant): boolean {
  return (state === 'proposing' || state === 'paused') && now < windowEnd;
}

/** While somebody is away: no hour and no slots; cards of before are stale. The calendar's sequence rises where an hour is given up. */
export function putOnHold(session: Session): Session {
  const sequence = session.sequence + (session.booked === undefined ? 0 : 1);
  return { ...offer(session, []), sequence, state: 'paused', heldBack: true };
}

/** What answering the slots leads to: waiting for the other, a booking, or nothing in common. */
export type SlotOutcome =
  | { readonly to: 'waiting'; readonly session: Session }
  | { readonly to: 'booked'; readonly session: Session; readonly slot: Slot }
  | { readonly to: 'nothing-in-common' };

/** One side's slots; the earliest slot both named and that is still ahead is booked. Order of `suits` does not matter. */
export function answerSlots(
  session: Session,
  side: Side,
  slotRound: number,
  suits: readonly number[],
  now: Instant,
): Result<SlotOutcome, SessionRefusal> {
  if (session.state !== 'proposing' || session.slotRound !== slotRound) return refused('repeat');
  const valid = [...new Set(suits)].filter((index) => (session.slots[index]?.start ?? '') > now);
  const before = session.slotAnswers[side];
  if (before !== undefined && sameIndexes(before.suits, valid)) return refused('repeat');
  if (valid.length === 0) return ok({ to: 'nothing-in-common' });
  const other = session.slotAnswers[side === 'mentor' ? 'mentee' : 'mentor'];
  const answered: Session = {
    ...session,
    slotAnswers: { ...session.slotAnswers, [side]: { suits: valid, at: now } },
    revision: session.revision + 1,
  };
  if (other === undefined) return ok({ to: 'waiting', session: answered });
  const common = valid.filter((index) => other.suits.includes(index)).sort((a, b) => a - b)[0];
  const slot = common === undefined ? undefined : session.slots[common];
  if (slot === undefined) return ok({ to: 'nothing-in-common' });
  return ok({ to: 'booked', session: { ...answered, state: 'booked', booked: slot }, slot });
}

/** New hours after one that was not held, in one month; then the next month's comes. */
const mostRetries = 2;

/** "I can't make it": a booked hour, or one that is over and was not held, may be moved inside its month. */
export function mayMove(session: Session, slotRound: number): boolean {
  if (session.slotRound !== slotRound) return false;
  if (session.state === 'booked') return true;
  if (session.moves >= mostRetries) return false;
  const { mentor, mentee } = session.met;
  if (mentor === 'yes' || mentee === 'yes') return false;
  return session.state === 'asked' || (session.state === 'missed' && (mentor === 'no' || mentee === 'no'));
}

/** The hour is over: both are asked whether they met. Undefined where that no longer applies. */
export function over(session: Session, now: Instant): Session | undefined {
  if (session.state !== 'booked' || session.booked === undefined || now < session.booked.end) return undefined;
  return { ...session, state: 'asked', revision: session.revision + 1 };
}

/** Days after the hour in which a word is still asked of whoever has said nothing. */
const askDays = 30;

/** Whether "did you meet?" is still a question: until the session is closed, and after a silence for some weeks more; then it rests. */
export function isAsking({ state, booked }: Session, now: Instant): boolean {
  return state === 'asked' || (state === 'unclear' && booked !== undefined && now < plusDays(booked.end, askDays));
}

/** One side's "did you meet?". Both yes: held; both no: missed; one of each: unclear. The first word after a silence settles it. */
export function answerMet(
  session: Session,
  side: Side,
  slotRound: number,
  met: 'yes' | 'no',
): Result<Session, SessionRefusal> {
  if (session.slotRound !== slotRound || session.met[side] === met) return refused('repeat');
  if (session.state !== 'asked' && session.state !== 'unclear') return refused('repeat');
  const answers = { ...session.met, [side]: met };
  const late = session.state === 'unclear' ? (met === 'yes' ? 'held' : 'missed') : 'asked';
  return ok({ ...session, met: answers, state: settled(answers) ?? late, revision: session.revision + 1 });
}

function settled(met: Session['met']): 'held' | 'missed' | 'unclear' | undefined {
  if (met.mentor === undefined || met.mentee === undefined) return undefined;
  if (met.mentor === met.mentee) return met.mentor === 'yes' ? 'held' : 'missed';
  return 'unclear';
}

/** The fate of a session when its time is over, with the answers there are: one word is enough, silence is unclear, no booking is missed. */
export function close(session: Session): Session | undefined {
  const closed = (state: 'held' | 'missed' | 'unclear' | 'paused'): Session => ({
    ...session,
    state,
    revision: session.revision + 1,
  });
  switch (session.state) {
    case 'proposing':
      // A month of which a pause took its part was on hold, not missed.
      return closed(session.heldBack === true ? 'paused' : 'missed');
    case 'asked': {
      const word = session.met.mentor ?? session.met.mentee;
      return closed(word === undefined ? 'unclear' : word === 'yes' ? 'held' : 'missed');
    }
    case 'booked':
    case 'held':
    case 'missed':
    case 'unclear':
    case 'paused':
      return undefined;
  }
}

function sameIndexes(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((index) => b.includes(index));
}
