import type { Instant } from '../kernel/clock';

/**
 * proposing: slots are being asked. booked: a time is agreed. asked: the hour is over, "did you meet?" is out.
 * held, missed, unclear (one yes, one no, or silence): ends. paused: one of the two is away; taken up again if its month has time left.
 */
export type SessionState = 'proposing' | 'booked' | 'asked' | 'held' | 'missed' | 'unclear' | 'paused';

export interface Slot {
  readonly start: Instant;
  readonly end: Instant;
}

/** Index of the slots that suit, or none; by the person or by their delegate. */
export interface SlotAnswer {
  readonly suits: readonly number[];
  readonly at: Instant;
}

/** The monthly hour number `number` of a pair. */
export interface Session {
  readonly pairId: string;
  /** 1 to the programme's months. */
  readonly number: number;
  readonly mentorId: string;
  readonly menteeId: string;
  readonly state: SessionState;
  /** Rises with each new set of slots; cards of an older set are stale. */
  readonly slotRound: number;
  readonly slots: readonly Slot[];
  /** Starts of the slots of earlier rounds. */
  readonly offered?: readonly Instant[];
  /** Sets in a row to which nobody's answer led to an hour. From the second on a new set comes without a card. */
  readonly unanswered?: number;
  readonly slotAnswers: { readonly mentor?: SlotAnswer; readonly mentee?: SlotAnswer };
  readonly booked?: Slot;
  /** iCalendar identity: never changes; sequence rises with each move. */
  readonly uid: string;
  readonly sequence: number;
  /** How often the hour was moved after it had been booked. Never shown. */
  readonly moves: number;
  /** A pause of one of the two held it back. */
  readonly heldBack?: true;
  readonly met: { readonly mentor?: 'yes' | 'no'; readonly mentee?: 'yes' | 'no' };
  /** Month window of this session: slots are looked for inside it. */
  readonly windowStart: Instant;
  readonly windowEnd: Instant;
  readonly revision: number;
}

/** Row key of a session: sorts a pair's sessions by number. */
export function sessionKey(pairId: string, number: number): string {
  return `${pairId}|${String(number).padStart(2, '0')}`;
}
