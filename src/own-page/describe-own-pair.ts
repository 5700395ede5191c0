import type { Instant } from '../kernel/clock';
import { shownName } from '../member/reader';
import { mayStay } from '../domain/pair-ending-rules';
import { pauseOfPair } from '../domain/pause-rules';
import type { Participant } from '../domain/participant';
import type { CultureProfile } from '../domain/programme-contract';
import type { Ports } from '../domain/ports';
import type { Pair } from '../domain/proposal';
import type { Session } from '../domain/session';
import { calendarPath } from '../session/calendar-link';
import { pairStateFor, type OwnPair } from './load-own-pairs';
import type { MyPair } from './pair-contract';

/** A pair as one of its two people reads it. */
export function describeOwnPair(
  ports: Ports<'secrets' | 'signingKey'>,
  programmeId: string,
  it: OwnPair,
  culture: CultureProfile,
  now: Instant,
): MyPair {
  const { pair, sessions, side, ending, renewal } = it;
  const state = pairStateFor(it);
  const pause = pauseOfPair(it.mentor.value, it.mentee.value, now);
  const next = state === 'active' ? nextBooked(sessions, now) : undefined;
  const ref = { programmeId, pairId: pair.key, number: next?.number ?? 0, side };
  return {
    pairId: pair.key,
    side,
    state,
    ...(state === 'active' && pause !== undefined ? { resumesOn: pause.until } : {}),
    ...(state === 'active' ? { leave: ending?.asked[side] === undefined ? 'open' : 'asked' } : {}),
    ...(state === 'active' && mayStay(ending, side, now) ? { mayStay: true } : {}),
    ...(renewal !== undefined && renewal.replyBy <= now && now < renewal.hearsBy ? { hearsBy: renewal.hearsBy } : {}),
    partner: partnerFacts(side === 'mentor' ? it.mentee.value : it.mentor.value, culture),
    topics: [...pair.value.topics],
    startedAt: pair.value.startedAt,
    months: monthSteps(pair.value, sessions),
    ...(next === undefined
      ? {}
      : { nextSession: { ...next, calendarPath: calendarPath(ref, ports.signingKey(), ports.secrets) } }),
    history: sessions
      .filter((session) => isOver(session))
      .map((session) => ({ number: session.number, state: session.state, ...startOf(session) })),
  };
}

function partnerFacts({ profile }: Participant, culture: CultureProfile): MyPair['partner'] {
  return {
    name: profile.name,
    shownName: shownName(profile.name, culture),
    ...(profile.email === undefined ? {} : { email: profile.email }),
    ...(profile.function === undefined ? {} : { function: profile.function }),
    ...(profile.site === undefined ? {} : { site: profile.site }),
    timeZone: profile.timeZone,
  };
}

function monthSteps(pair: Pair, sessions: readonly Session[]): MyPair['months'] {
  const states = new Map(sessions.map((session) => [session.number, session.state]));
  return Array.from({ length: pair.months }, (_, month) => states.get(month + 1) ?? 'none');
}

function nextBooked(
  sessions: readonly Session[],
  now: Instant,
): { number: number; start: Instant; end: Instant } | undefined {
  const ahead = sessions.flatMap(({ number, state, booked }) =>
    state === 'booked' && booked !== undefined && booked.end > now ? [{ number, ...booked }] : [],
  );
  return ahead.sort((a, b) => a.start.localeCompare(b.start))[0];
}

function isOver(session: Session): boolean {
  return session.state === 'held' || session.state === 'missed' || session.state === 'unclear';
}

/** When a session starts, once its hour is booked. */
export function startOf(session: Session): { start?: Instant } {
  return session.booked === undefined ? {} : { start: session.booked.start };
}
