import fc from 'fast-check';
import { plusDays, plusMilliseconds } from '../../../src/kernel/clock';
import type { Side } from '../../../src/domain/proposal';
import type { Session } from '../../../src/domain/session';
import { answerMet, answerSlots, close, mayMove, offer, over } from '../../../src/domain/session-rules';
import { aBookedSession, aSession, aSlot } from '../../helpers/factories/session';

const now = '2026-11-25T09:00:00.000Z';

function answered(session: Session, side: Side, suits: readonly number[], at = now) {
  const result = answerSlots(session, side, session.slotRound, suits, at);
  if (!result.ok) throw new Error(result.reason);
  return result.value;
}

describe('Slots', () => {
  it('are booked when both named one, the earliest, in whatever order the two pressed', () => {
    const both = (first: Side, second: Side) => {
      const suits = { mentor: [2, 1, 0], mentee: [2, 1] };
      const waiting = answered(aSession(), first, suits[first]);
      if (waiting.to !== 'waiting') throw new Error(waiting.to);
      return answered(waiting.session, second, suits[second]);
    };
    const [one, other] = [both('mentor', 'mentee'), both('mentee', 'mentor')];
    expect(one).toMatchObject({
      to: 'booked',
      slot: aSlot('2026-12-03T13:00:00.000Z'),
      session: { state: 'booked', sequence: 0 },
    });
    expect(other).toEqual(one);
  });

  it('that nobody shares lead to the next three', () => {
    const waiting = answered(aSession(), 'mentor', [0]);
    if (waiting.to !== 'waiting') throw new Error(waiting.to);
    expect(answered(waiting.session, 'mentee', [1]).to).toBe('nothing-in-common');
    expect(answered(aSession(), 'mentor', []).to).toBe('nothing-in-common');
  });

  it('that have begun are not booked any more', () => {
    const late = plusMilliseconds(aSlot().start, 1);
    const waiting = answered(aSession(), 'mentor', [0, 1]);
    if (waiting.to !== 'waiting') throw new Error(waiting.to);
    expect(answered(waiting.session, 'mentee', [0, 1], late)).toMatchObject({
      to: 'booked',
      slot: aSlot('2026-12-03T13:00:00.000Z'),
    });
    expect(answered(aSession(), 'mentee', [0], late).to).toBe('nothing-in-common');
  });

  it('answered twice alike, on an older card or with numbers out of range change nothing', () => {
    const waiting = answered(aSession(), 'mentor', [0, 1]);
    if (waiting.to !== 'waiting') throw new Error(waiting.to);
    expect(answerSlots(waiting.session, 'mentor', 1, [1, 0, 0], now)).toEqual({ ok: false, reason: 'repeat' });
    expect(answerSlots(waiting.session, 'mentee', 0, [0], now)).toEqual({ ok: false, reason: 'repeat' });
    expect(answerSlots(aBookedSession(), 'mentee', 1, [0], now)).toEqual({ ok: false, reason: 'repeat' });
    expect(answered(aSession(), 'mentor', [7]).to).toBe('nothing-in-common');
  });

  it('of a new set forget the booking and every answer, and remember what was offered', () => {
    const next = offer(aBookedSession({ met: { mentor: 'no' } }), [aSlot('2026-12-10T13:00:00.000Z')]);
    expect(next).toMatchObject({ state: 'proposing', slotRound: 2, slotAnswers: {}, met: {}, uid: aSession().uid });
    expect(next.booked).toBeUndefined();
    expect(next.offered).toEqual(aSession().slots.map((slot) => slot.start));
  });
});

describe('Whether they met', () => {
  const asked = aBookedSession({ state: 'asked' });
  const word = (session: Session, side: Side, met: 'yes' | 'no'): Session => {
    const result = answerMet(session, side, 1, met);
    if (!result.ok) throw new Error(result.reason);
    return result.value;
  };

  it.each([
    ['yes', 'yes', 'held'],
    ['no', 'no', 'missed'],
    ['yes', 'no', 'unclear'],
    ['no', 'yes', 'unclear'],
  ] as const)('%s and %s is %s, in either order', (mentor, mentee, state) => {
    expect(word(word(asked, 'mentor', mentor), 'mentee', mentee).state).toBe(state);
    expect(word(word(asked, 'mentee', mentee), 'mentor', mentor).state).toBe(state);
  });

  it('is asked when the hour is over, not before, and once', () => {
    const booked = aBookedSession();
    expect(over(booked, plusMilliseconds(aSlot().end, -1))).toBeUndefined();
    expect(over(booked, aSlot().end)).toMatchObject({ state: 'asked' });
    expect(over(asked, plusDays(now, 90))).toBeUndefined();
  });

  it.each([
    [{}, 'unclear'],
    [{ mentor: 'yes' }, 'held'],
    [{ mentee: 'no' }, 'missed'],
  ] as const)('after days of silence is decided with the words there are: %j', (met, state) => {
    expect(close({ ...asked, met })).toMatchObject({ state });
  });

  it('unclear is settled by the first word after it', () => {
    expect(word(aBookedSession({ state: 'unclear' }), 'mentor', 'yes').state).toBe('held');
    expect(
      word(aBookedSession({ state: 'unclear', met: { mentor: 'yes', mentee: 'no' } }), 'mentee', 'yes').state,
    ).toBe('held');
  });

  it('a session without a time is missed at the end of its month; a booked one goes its own way', () => {
    expect(close(aSession())).toMatchObject({ state: 'missed' });
    expect(
      [aBookedSession(), aBookedSession({ state: 'held' }), aBookedSession({ state: 'missed' })].map(close),
    ).toEqual([undefined, undefined, undefined]);
  });
});

type Move =
  | { readonly do: 'suits'; readonly side: Side; readonly behind: number; readonly suits: readonly number[] }
  | { readonly do: 'met'; readonly side: Side; readonly behind: number; readonly met: 'yes' | 'no' }
  | { readonly do: 'move'; readonly behind: number }
  | { readonly do: 'over' | 'close' };

const side = fc.constantFrom<Side>('mentor', 'mentee');
/** Rounds behind the current one, mostly none. */
const behind = fc.constantFrom(0, 0, 0, 0, 1, 2, -1);
const move: fc.Arbitrary<Move> = fc.oneof(
  fc.record({ do: fc.constant('suits' as const), side, behind, suits: fc.subarray([0, 1, 2, 3]) }),
  fc.record({
    do: fc.constant('met' as const),
    side,
    behind,
    met: fc.constantFrom('yes' as const, 'no' as const),
  }),
  fc.record({ do: fc.constant('move' as const), behind }),
  fc.constantFrom<Move>({ do: 'over' }, { do: 'over' }, { do: 'close' }),
);

test('however two people walk through it, a session is booked with both words, held with a yes, and moved with a rising sequence', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(move, fc.integer({ min: 0, max: 60 })), { maxLength: 40 }), (walk) => {
      let at = now;
      let session = aSession();
      const nextSlots = () => [3, 5, 7].map((days) => aSlot(plusDays(at, days)));
      for (const [what, hours] of walk) {
        at = plusMilliseconds(at, hours * 3_600_000);
        const before = session;
        const slotRound = 'behind' in what ? before.slotRound - what.behind : before.slotRound;
        let after: Session | undefined;
        if (what.do === 'suits') {
          const result = answerSlots(before, what.side, slotRound, what.suits, at);
          after = !result.ok
            ? undefined
            : result.value.to === 'nothing-in-common'
              ? offer(before, nextSlots())
              : result.value.session;
        } else if (what.do === 'met') {
          const result = answerMet(before, what.side, slotRound, what.met);
          after = result.ok ? result.value : undefined;
        } else if (what.do === 'move')
          after = mayMove(before, slotRound)
            ? offer({ ...before, moves: before.moves + 1, sequence: before.sequence + 1 }, nextSlots())
            : undefined;
        else after = what.do === 'over' ? over(before, at) : close(before);
        if (after === undefined) continue;
        if (slotRound !== before.slotRound) throw new Error('an older card changed something');
        session = after;
        check(before, after, at);
      }
    }),
    { numRuns: 300 },
  );
});

function check(before: Session, after: Session, at: string): void {
  expect(after.uid).toBe(before.uid);
  expect(after.revision).toBeGreaterThan(before.revision);
  expect(after.slotRound).toBeGreaterThanOrEqual(before.slotRound);
  if (after.moves > before.moves) expect(after.sequence).toBe(before.sequence + 1);
  if (after.state === 'booked') {
    expect(before.state).toBe('proposing');
    expect(after.booked !== undefined && after.booked.start > at).toBe(true);
    const index = after.slots.findIndex((slot) => slot.start === after.booked?.start);
    expect([after.slotAnswers.mentor?.suits.includes(index), after.slotAnswers.mentee?.suits.includes(index)]).toEqual([
      true,
      true,
    ]);
  }
  if (after.state === 'asked') expect(after.booked !== undefined && at >= after.booked.end).toBe(true);
  if (after.state === 'held') expect([after.met.mentor, after.met.mentee]).toContain('yes');
  if (before.state === 'held') throw new Error('a held session was changed');
}
