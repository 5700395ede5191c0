import { withPrefix } from '../kernel/read-all';
import { ok, refused, type Result } from '../kernel/result';
import type { Instant } from '../kernel/clock';
import { shownName } from '../messaging/reader';
import type { CultureProfile } from '../programme/contract';
import { readOwnMix } from '../mix/read-own-mix';
import { loadMember } from '../programme/load-member';
import type { Actor, Ports } from '../programme/ports';
import type { Parting } from '../parting/model';
import { hasHeard } from '../parting/rules';
import { isPaused, pauseOfPair, pauseRange } from '../pause/rules';
import type { Pair, Side } from '../proposal/model';
import { calendarPath } from '../session/calendar-link';
import { loadPair, type PairPeople } from '../session/load-pair';
import type { Session } from '../session/model';
import type { MyPage, MyPair, StepDto } from './api-contract';
import type { Participant } from './model';
import { listPersonalSteps } from './list-personal-steps';
import { listSessionSteps } from './list-session-steps';

const mostSessions = 12;

interface PairCase extends PairPeople {
  readonly sessions: readonly Session[];
  readonly side: Side;
  readonly parting?: Parting;
}

/** A participant's own page: their pairs, what they can do now, what was; for an assistant the times of those they assist. Point reads and short ranges. */
export async function readMyPage(
  ports: Ports,
  actor: Actor,
  programmeId: string,
  now: Instant,
): Promise<Result<MyPage, 'not-found'>> {
  const member = await loadMember(ports, actor, programmeId);
  if (member === undefined) return refused('not-found');
  const programme = member.programme.value;
  const me = member.participant?.value;
  const { culture } = programme.plan;
  const cases = me === undefined ? [] : await pairsOf(ports, programmeId, me.id);
  const personal = me === undefined ? [] : await listPersonalSteps(ports, programme, me, now);
  return ok({
    programmeId,
    programmeName: programme.plan.name,
    programmeState: programme.state,
    months: programme.plan.months,
    timeZone: member.reader.timeZone,
    ...(me === undefined ? {} : { me: { ...ownFacts(me, now), ...(await readOwnMix(ports, programme, me)) } }),
    pairs: cases.map((it) => pairDto(ports, programmeId, it, culture, now)),
    steps: [...personal, ...cases.flatMap((it) => stepsOf(programmeId, it, culture, false, now))],
    assisting: await Promise.all(
      member.roles.delegateOf.map((menteeId) => assisted(ports, programmeId, menteeId, culture, now)),
    ).then((all) => all.flat()),
  });
}

function ownFacts(me: Participant, now: Instant): NonNullable<MyPage['me']> {
  const { name, role, timeZone, languages, expertise, goals, teachingStyle, learningStyle, pedagogy, openness } =
    me.profile;
  return {
    name,
    role,
    state: me.state,
    timeZone,
    languages: [...languages],
    expertise: expertise.map(({ topic, level }) => ({ topic, level })),
    goals: goals.map(({ topic, priority }) => ({ topic, priority })),
    ...(teachingStyle === undefined ? {} : { teachingStyle: [...teachingStyle] }),
    ...(learningStyle === undefined ? {} : { learningStyle: [...learningStyle] }),
    ...(pedagogy === undefined ? {} : { pedagogy }),
    ...(openness === undefined ? {} : { openness }),
    ...(isPaused(me, now) && me.pause !== undefined ? { pause: { until: me.pause.until } } : {}),
    ...(me.state === 'enrolled' ? { pauseRange: pauseRange(now, timeZone) } : {}),
    ...(me.rematch === undefined ? {} : { rematch: me.rematch.wish }),
  };
}

async function pairsOf(ports: Ports, programmeId: string, participantId: string): Promise<readonly PairCase[]> {
  const places = await ports.programmes.get(programmeId, 'places', participantId);
  const ids = [...(places?.value.pairIds ?? []), ...(places?.value.formerPairIds ?? [])];
  const cases = await Promise.all(
    ids.map(async (id): Promise<readonly PairCase[]> => {
      const [people, parting, sessions] = await Promise.all([
        loadPair(ports, programmeId, id),
        ports.programmes.get(programmeId, 'parting', id),
        ports.programmes.range(programmeId, 'session', { ...withPrefix(`${id}|`), limit: mostSessions }),
      ]);
      if (people === undefined) return [];
      const side: Side = people.mentor.key === participantId ? 'mentor' : 'mentee';
      const shown = { ...people, sessions: sessions.rows.map((row) => row.value), side };
      return [parting === undefined ? shown : { ...shown, parting: parting.value }];
    }),
  );
  return cases.flat();
}

function pairDto(ports: Ports, programmeId: string, it: PairCase, culture: CultureProfile, now: Instant): MyPair {
  const { pair, sessions, side, parting } = it;
  const state = stateFor(it);
  const pause = pauseOfPair(it.mentor.value, it.mentee.value, now);
  const next = state === 'active' ? nextBooked(sessions, now) : undefined;
  const ref = { programmeId, pairId: pair.key, number: next?.number ?? 0, side };
  return {
    pairId: pair.key,
    side,
    state,
    ...(state === 'active' && pause !== undefined ? { resumesOn: pause.until } : {}),
    ...(state === 'active' ? { leave: parting?.asked[side] === undefined ? 'open' : 'asked' } : {}),
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

/** Somebody who has heard that their pair is over sees it so; for the other it goes on until their own hour. */
function stateFor({ pair, parting, side }: PairCase): MyPair['state'] {
  return pair.value.state === 'active' && hasHeard(parting, side) ? 'ended' : pair.value.state;
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

function startOf(session: Session): { start?: Instant } {
  return session.booked === undefined ? {} : { start: session.booked.start };
}

function stepsOf(
  programmeId: string,
  it: PairCase,
  culture: CultureProfile,
  asDelegate: boolean,
  now: Instant,
): readonly StepDto[] {
  const partner = it.side === 'mentor' ? it.mentee.value : it.mentor.value;
  const reader = { programmeId, side: it.side, asDelegate, partnerName: shownName(partner.profile.name, culture) };
  return stateFor(it) === 'ended' ? [] : it.sessions.flatMap((session) => listSessionSteps(session, reader, now));
}

async function assisted(
  ports: Ports,
  programmeId: string,
  menteeId: string,
  culture: CultureProfile,
  now: Instant,
): Promise<MyPage['assisting']> {
  const [mentee, cases] = await Promise.all([
    ports.programmes.get(programmeId, 'participant', menteeId),
    pairsOf(ports, programmeId, menteeId),
  ]);
  if (mentee === undefined) return [];
  const asMentee = cases.filter((it) => it.side === 'mentee');
  return [
    {
      menteeName: mentee.value.profile.name,
      sessions: asMentee.flatMap((it) =>
        it.sessions.map((session) => ({
          number: session.number,
          state: session.state,
          ...startOf(session),
          ...(session.booked === undefined ? {} : { end: session.booked.end }),
        })),
      ),
      steps: asMentee.flatMap((it) => stepsOf(programmeId, it, culture, true, now)),
    },
  ];
}
