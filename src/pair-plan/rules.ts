import type { Instant } from '../kernel/clock';
import type { PairPlan } from '../domain/pair-plan';
import type { Session } from '../domain/session';
import { isAhead } from '../domain/session-rules';
import { isWritten, writtenPlan, type Format, type SessionName } from './written-sessions';

/** One session of the plan that holds for a pair. */
export interface OwnSession {
  readonly name: SessionName;
  /** Its aim in the pair's own words; absent where it is as written. */
  readonly aim?: string;
}

/** The plan that holds for a pair, by the number of the session: as the two have changed it, else as it is written for their format. */
export function planOf(
  format: Format,
  months: number,
  changed: Pick<PairPlan, 'sessions'> | undefined,
): readonly OwnSession[] {
  return writtenPlan(format, months).map((written, index): OwnSession => {
    const own = changed?.sessions[index];
    if (own === undefined) return { name: written };
    return { name: isWritten(own.name) ? own.name : written, ...(own.aim === undefined ? {} : { aim: own.aim }) };
  });
}

/** Numbers of the sessions that are no longer to come: begun, or of a month that is over. What was planned for them stays as it was. */
export function pastSessions(sessions: readonly Session[], now: Instant): ReadonlySet<number> {
  return new Set(sessions.filter((session) => isPast(session, now)).map(({ number }) => number));
}

/** Whether the session has begun, or its month went by without it. */
export function isPast(session: Session, now: Instant): boolean {
  return !isAhead(session, now) || (session.state !== 'booked' && session.windowEnd <= now);
}

/** Whether two sessions may change places: both lie between the first and the last, and neither is past. */
export function maySwap(one: number, other: number, months: number, past: ReadonlySet<number>): boolean {
  const isOpen = (number: number): boolean => number > 1 && number < months && !past.has(number);
  return one !== other && isOpen(one) && isOpen(other);
}

/** The plan with two sessions in each other's place, their own aims with them. */
export function swapSessions(plan: readonly OwnSession[], one: number, other: number): readonly OwnSession[] {
  const [first, second] = [plan[one - 1], plan[other - 1]];
  if (first === undefined || second === undefined) return plan;
  return plan.map((session, index) => (index === one - 1 ? second : index === other - 1 ? first : session));
}

/** The plan with a session's aim in these words; in none, as it is written. */
export function rewordAim(plan: readonly OwnSession[], number: number, words: string): readonly OwnSession[] {
  return plan.map((session, index) => {
    if (index !== number - 1) return session;
    return words === '' ? { name: session.name } : { name: session.name, aim: words };
  });
}
