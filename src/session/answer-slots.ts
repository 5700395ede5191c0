import { noticed, shown, type ActionOutcome } from '../messaging/outcome';
import { strangerReader } from '../messaging/reader';
import type { Actor, Occasion, Ports } from '../programme/ports';
import { decide, lostRace, UnitOfWork } from '../programme/unit-of-work';
import { delegateOf } from './delegate-of';
import { diaryOf } from './diary';
import { loadSession, type SessionCase } from './load-session';
import { sessionKey, type Session, type Slot } from './model';
import { offerAgain } from './offer-slots';
import { answerSlots as answer } from './rules';
import { sessionView } from './session-view';

export interface SlotsInput {
  readonly programmeId: string;
  readonly pairId: string;
  readonly number: number;
  readonly round: number;
  /** Indexes of the slots that suit; empty for "none of these". */
  readonly suits: readonly number[];
}

/** One side's slots, by the person or their delegate. Booked when both agree; nothing in common leads to the next three. */
export async function answerSlots(
  ports: Ports,
  actor: Actor,
  input: SlotsInput,
  occasion: Occasion,
): Promise<ActionOutcome> {
  return decide(async () => {
    const it = await loadSession(ports, actor, input);
    if (it === undefined) return noticed('not-found', await strangerReader(ports, actor.directoryId));
    const show = (session: Session, changed: boolean): ActionOutcome =>
      shown(sessionView(it.member.programme.value, session, it.who, occasion.now), it.who.reader, changed);
    if (it.pair.value.state !== 'active' || it.member.programme.value.state === 'closed')
      return noticed('programme-closed', it.who.reader);
    const taken = await takenSlots(ports, it);
    const result = answer(
      it.session.value,
      it.side,
      input.round,
      input.suits.filter((index) => !taken.has(index)),
      occasion.now,
    );
    if (!result.ok) return show(it.session.value, false);
    const unit = new UnitOfWork(ports, input.programmeId, occasion, actor.directoryId);
    const after = await apply(ports, unit, it, result.value, occasion);
    return (await unit.commit()) ? show(after, true) : lostRace;
  });
}

/** Slots that another session, of whatever pair or programme, has taken since they were offered. */
async function takenSlots(ports: Ports, it: SessionCase): Promise<ReadonlySet<number>> {
  const { slots, windowStart, windowEnd } = it.session.value;
  if (it.session.value.state !== 'proposing') return new Set();
  const diaries = await Promise.all(
    [it.mentor, it.mentee].map((person) => diaryOf(ports, person.value, windowStart, windowEnd)),
  );
  const busy = diaries.flatMap((diary) => diary.busy);
  return new Set(
    slots.flatMap((slot, index) =>
      busy.some((other) => other.start < slot.end && slot.start < other.end) ? [index] : [],
    ),
  );
}

async function apply(
  ports: Ports,
  unit: UnitOfWork,
  it: SessionCase,
  outcome: Extract<ReturnType<typeof answer>, { ok: true }>['value'],
  occasion: Occasion,
): Promise<Session> {
  switch (outcome.to) {
    case 'waiting':
      unit.replace('session', it.session, outcome.session).changed('slots-answered');
      return outcome.session;
    case 'booked':
      await book(ports, unit, it, outcome.session, outcome.slot);
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
          occasion,
        },
        it.session,
      );
  }
}

async function book(ports: Ports, unit: UnitOfWork, it: SessionCase, session: Session, slot: Slot): Promise<void> {
  const key = sessionKey(session.pairId, session.number);
  const subject = { pairId: session.pairId, sessionNumber: session.number, slotRound: session.round };
  unit.replace('session', it.session, session);
  for (const id of [session.mentorId, session.menteeId]) {
    unit.say({ kind: 'booked', recipient: { to: 'participant', id }, subject, expiresAt: slot.start });
    unit.follow({ type: 'booking', participantId: id, sessionKey: key });
  }
  const delegate = await delegateOf(ports, unit.programmeId, session.menteeId);
  if (delegate !== undefined)
    unit.say({ kind: 'booked', recipient: { to: 'contact', id: delegate.id }, subject, expiresAt: slot.start });
  unit
    .dueAt({ kind: 'session-over', at: slot.end, ref: key, mark: String(session.round) })
    .changed('session-booked', { pairIds: [session.pairId], counts: { 'sessions.booked': 1, 'sessions.ahead': 1 } });
}
