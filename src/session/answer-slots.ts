import { plusMilliseconds, type Instant } from '../kernel/clock';
import { noticed } from '../member/action-outcome';
import { current, notFound, unitOf, type Press, type PressAnswer } from '../member/press';
import { savePress } from '../member/save-press';
import type { Ports, Saving } from '../domain/ports';
import type { UnitOfWork } from '../domain/unit-of-work';
import { delegateOf } from '../pair/delegate-of';
import { diaryOf } from './diary';
import { editSessionCards } from './edit-session-cards';
import { loadSession, type SessionCase, type SessionRef } from './load-session';
import { sessionKey, type Session, type Slot } from '../domain/session';
import { isQuiet, offerAgain } from './offer-slots';
import { answerSlots as answer, type SlotOutcome } from '../domain/session-rules';
import { heardBy, findListeners, type Listener } from './find-listeners';
import { queueAgenda } from './queue-agenda';
import { sessionView } from './session-view';
import { takeHours } from './take-hours';

/** Milliseconds between the hour at which the last one reads of a booking and its beginning, at least. */
const noticeBefore = 3_600_000;

export interface SlotsInput extends SessionRef {
  readonly slotRound: number;
  /** Indexes of the slots that suit; empty for "none of these". */
  readonly suits: readonly number[];
}

/** One side's slots, by the person or their delegate. Booked when both agree; nothing in common leads to the next three. */
export async function answerSlots(
  press: Press<Saving | 'people' | 'secrets' | 'holidayFrom' | 'signingKey'>,
  input: SlotsInput,
): Promise<PressAnswer> {
  const { ports, member } = press;
  const { now } = press.context;
  const it = await loadSession(press, input);
  if (it === undefined) return notFound(press);
  const programme = member.programme.value;
  const view = (session: Session) => sessionView(programme, session, it.who, now);
  if (it.pair.value.state !== 'active' || programme.state === 'closed')
    return noticed('programme-closed', member.reader);
  const delegate = await delegateOf(ports, programme.id, it.session.value.menteeId);
  const told = findListeners(
    ports,
    [it.mentor.value, it.mentee.value, ...(delegate === undefined ? [] : [delegate])],
    it.pressedBy,
    now,
  );
  const unfit = new Set([...(await takenSlots(ports, it)), ...tooSoon(it, told, now)]);
  const suits = input.suits.filter((index) => !unfit.has(index));
  const result = answer(it.session.value, it.side, input.slotRound, suits, now);
  if (!result.ok) return current(press, view(it.session.value));
  const unit = unitOf(press);
  const after = await apply(press, unit, it, result.value, told);
  // Of one side's times the other reads nothing until both have named theirs.
  editSessionCards(unit, after, delegate, result.value.to === 'waiting' ? [it.side] : undefined);
  return savePress(press, unit, view(after));
}

/** Slots that another session, of whatever pair or programme, has taken since they were offered. */
async function takenSlots(
  ports: Ports<'programmes' | 'people' | 'holidayFrom'>,
  it: SessionCase,
): Promise<ReadonlySet<number>> {
  const { slots, windowStart, windowEnd } = it.session.value;
  if (it.session.value.state !== 'proposing') return new Set();
  const diaries = await Promise.all(
    [it.mentor, it.mentee].map((person) =>
      diaryOf(ports, it.member.programme.value.id, person.value, windowStart, windowEnd),
    ),
  );
  const busy = diaries.flatMap((diary) => diary.busy);
  return new Set(
    slots.flatMap((slot, index) =>
      busy.some((other) => other.start < slot.end && slot.start < other.end) ? [index] : [],
    ),
  );
}

/** Slots that begin before whoever is told of the booking has read of it at their next contact time, where this answer may book. */
function tooSoon(it: SessionCase, told: readonly Listener[], now: Instant): readonly number[] {
  const { slots, slotAnswers } = it.session.value;
  if (slotAnswers[it.side === 'mentor' ? 'mentee' : 'mentor'] === undefined) return [];
  const soonest = plusMilliseconds(heardBy(told, now), noticeBefore);
  return slots.flatMap((slot, index) => (slot.start < soonest ? [index] : []));
}

async function apply(
  { ports, context }: Press<'programmes' | 'people' | 'holidayFrom'>,
  unit: UnitOfWork,
  it: SessionCase,
  outcome: SlotOutcome,
  told: readonly Listener[],
): Promise<Session> {
  switch (outcome.to) {
    case 'waiting':
      return waitForOther(unit, it, outcome.session, told);
    case 'booked':
      book(unit, it, outcome.session, outcome.slot, told);
      queueAgenda(ports, unit, outcome.session, outcome.slot, [it.mentor.value, it.mentee.value], context.now);
      return outcome.session;
    case 'nothing-in-common':
      return offerAgain(
        {
          ports,
          unit,
          pair: it.pair,
          mentor: it.mentor.value,
          mentee: it.mentee.value,
          offered: it.session.value.slots,
          pressedBy: it.pressedBy,
          context,
        },
        it.session,
      );
  }
}

/** The other side, where the set had come to them without a card, gets one now that somebody waits for their word. */
function waitForOther(unit: UnitOfWork, it: SessionCase, session: Session, told: readonly Listener[]): Session {
  const { unanswered: _over, ...answered } = session;
  unit.replace('session', it.session, answered).recordChange('slots-answered');
  if (!isQuiet(session)) return answered;
  const subject = { pairId: session.pairId, sessionNumber: session.number, slotRound: session.slotRound };
  const last = session.slots.at(-1)?.start ?? session.windowEnd;
  const other = it.side === 'mentor' ? session.menteeId : session.mentorId;
  const delegate = told.find(({ recipient }) => recipient.to === 'contact' && it.side === 'mentor');
  const listener = delegate ?? told.find(({ recipient }) => recipient.to === 'participant' && recipient.id === other);
  if (listener !== undefined)
    unit.queueMessage({
      kind: 'slots',
      recipient: listener.recipient,
      subject,
      notBefore: listener.at,
      expiresAt: last,
    });
  return answered;
}

function book(unit: UnitOfWork, it: SessionCase, session: Session, slot: Slot, told: readonly Listener[]): void {
  const key = sessionKey(session.pairId, session.number);
  const subject = { pairId: session.pairId, sessionNumber: session.number, slotRound: session.slotRound };
  unit.replace('session', it.session, session);
  takeHours(unit, session, slot);
  for (const { recipient, at } of told)
    unit.queueMessage({ kind: 'booked', recipient, subject, notBefore: at, expiresAt: slot.start });
  for (const participantId of [session.mentorId, session.menteeId])
    unit.project({ type: 'booking', participantId, sessionKey: key });
  unit
    .schedule({ kind: 'session-over', at: slot.end, ref: key, occurrence: String(session.slotRound) })
    .recordChange('session-booked', {
      pairIds: [session.pairId],
      counts: { 'sessions.booked': 1, 'sessions.ahead': 1 },
    });
}
