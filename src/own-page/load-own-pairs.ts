import type { Instant } from '../kernel/clock';
import { withPrefix } from '../kernel/read-all';
import { shownName } from '../member/reader';
import type { PairEnding } from '../domain/pair-ending';
import { isOverFor, mayStay } from '../domain/pair-ending-rules';
import { pauseOfPair } from '../domain/pause-rules';
import type { CultureProfile } from '../domain/programme-contract';
import type { Ports } from '../domain/ports';
import type { Pair, Side } from '../domain/proposal';
import { listRenewalSteps } from './list-renewal-steps';
import type { Renewal } from '../domain/renewal';
import { hearsBy } from '../domain/renewal-rules';
import { calendarPath } from '../session/calendar-link';
import { loadPair, type PairPeople } from '../pair/load-pair';
import type { Session } from '../domain/session';
import type { MyPair, StepDto } from './api-contract';
import { listSessionSteps } from './list-session-steps';
import type { Participant } from '../domain/participant';

const mostSessions = 12;

/** A pair with its sessions, as seen from one side. */
export interface PairCase extends PairPeople {
  readonly sessions: readonly Session[];
  readonly side: Side;
  readonly ending?: PairEnding;
  /** What now? Gone once the two go on. */
  readonly renewal?: Renewal;
}

/** The pairs of a participant, running and over, with their sessions. Point reads and short ranges. */
export async function loadOwnPairs(
  ports: Ports,
  programmeId: string,
  participantId: string,
): Promise<readonly PairCase[]> {
  const places = await ports.programmes.get(programmeId, 'person-pairs', participantId);
  const ids = [...(places?.value.pairIds ?? []), ...(places?.value.formerPairIds ?? [])];
  const cases = await Promise.all(
    ids.map(async (id): Promise<readonly PairCase[]> => {
      const [people, ending, renewal, sessions] = await Promise.all([
        loadPair(ports, programmeId, id),
        ports.programmes.get(programmeId, 'pair-ending', id),
        ports.programmes.get(programmeId, 'renewal', id),
        ports.programmes.range(programmeId, 'session', { ...withPrefix(`${id}|`), limit: mostSessions }),
      ]);
      if (people === undefined) return [];
      const side: Side = people.mentor.key === participantId ? 'mentor' : 'mentee';
      return [
        {
          ...people,
          sessions: sessions.rows.map((row) => row.value),
          side,
          ...(ending === undefined ? {} : { ending: ending.value }),
          ...(renewal === undefined ? {} : { renewal: renewal.value }),
        },
      ];
    }),
  );
  const all = cases.flat();
  const goneOn = new Set(all.map(({ pair }) => pair.value.renews?.pairId));
  return all.map(({ renewal, ...it }) => (renewal === undefined || goneOn.has(it.pair.key) ? it : { ...it, renewal }));
}

/** A pair as one of its two people reads it. */
export function ownPairDto(
  ports: Ports,
  programmeId: string,
  it: PairCase,
  culture: CultureProfile,
  now: Instant,
): MyPair {
  const { pair, sessions, side, ending, renewal } = it;
  const state = stateFor(it);
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
    ...(renewal !== undefined && renewal.replyBy <= now && now < hearsBy(renewal) ? { hearsBy: hearsBy(renewal) } : {}),
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

/** Somebody who has heard that their pair is over, or left, sees it so; for the other it goes on until their own hour. */
function stateFor(it: PairCase): MyPair['state'] {
  const { state } = it.pair.value;
  return state === 'active' && isOverFor(it.side, it, it.ending) ? 'ended' : state;
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

/** When the session begins, where it is booked; nothing otherwise. */
export function startOf(session: Session): { start?: Instant } {
  return session.booked === undefined ? {} : { start: session.booked.start };
}

/** What one side, or the delegate of a mentee, can do in the pair now. */
export function pairSteps(
  programmeId: string,
  it: PairCase,
  culture: CultureProfile,
  asDelegate: boolean,
  now: Instant,
): readonly StepDto[] {
  const partner = it.side === 'mentor' ? it.mentee.value : it.mentor.value;
  const reader = { programmeId, side: it.side, asDelegate, partnerName: shownName(partner.profile.name, culture) };
  if (stateFor(it) === 'ended') return [];
  const renewal = asDelegate ? [] : listRenewalSteps(it, reader, now);
  return [...renewal, ...it.sessions.flatMap((session) => listSessionSteps(session, reader, now))];
}
