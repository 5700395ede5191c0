import type { Session, Slot } from '../../../src/domain/session';

/** An hour from the given start. */
export function aSlot(start = '2026-12-01T13:00:00.000Z'): Slot {
  return { start, end: new Date(Date.parse(start) + 3_600_000).toISOString() };
}

/** Session 1 of `pair-1` with three slots offered and nobody's answer yet. */
export function aSession(overrides: Partial<Session> = {}): Session {
  const pairId = overrides.pairId ?? 'pair-1';
  const number = overrides.number ?? 1;
  return {
    pairId,
    number,
    mentorId: 'p1',
    menteeId: 'p2',
    state: 'proposing',
    slotRound: 1,
    slots: [aSlot(), aSlot('2026-12-03T13:00:00.000Z'), aSlot('2026-12-07T09:00:00.000Z')],
    slotAnswers: {},
    uid: `${pairId}-${String(number)}@passerelle`,
    sequence: 0,
    moves: 0,
    met: {},
    windowStart: '2026-11-20T09:00:00.000Z',
    windowEnd: '2026-12-20T09:00:00.000Z',
    revision: 1,
    ...overrides,
  };
}

/** The session with an hour agreed. */
export function aBookedSession(overrides: Partial<Session> = {}): Session {
  return aSession({ state: 'booked', booked: aSlot(), ...overrides });
}
