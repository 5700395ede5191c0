import { mayReturnAlone } from '../domain/departure-rules';
import { readAll } from '../kernel/read-all';
import type { Instant } from '../kernel/clock';
import { statable } from '../domain/diversity-rules';
import type { Participant } from '../domain/participant';
import type { Membership } from '../domain/programme';
import { loadMember, type Member } from '../member/load-member';
import type { Actor, UseCaseContext, Ports } from '../domain/ports';
import { hasHeard } from '../domain/pair-ending-rules';
import { isPaused } from '../domain/pause-rules';
import { openProposals } from '../proposal/open-proposals';
import { sideOf } from '../domain/proposal-rules';
import { isAsking } from '../domain/renewal-rules';
import { nextSessionOf } from '../session/next-session';
import type { Reader } from '../domain/view';
import type { HomeProgramme, HomeView } from './home-programme-view';
import { shownName, strangerReader } from '../member/reader';

type Because = HomeView['because'];
/** Programmes that one card tells of, at most. */
const mostShown = 3;

/** Where the person stands, and what they can do next; for somebody in no programme, how to join, and no more. */
export async function homeView(
  ports: Ports<'programmes' | 'people'>,
  actor: Actor,
  because: Because,
  context: UseCaseContext,
): Promise<{ readonly view: HomeView; readonly reader: Reader }> {
  const memberships: Membership[] = [];
  for await (const row of readAll(ports.people, actor.directoryId, 'membership')) memberships.push(row.value);
  const stranger = await strangerReader(ports, actor.directoryId);
  const shown: HomeProgramme[] = [];
  let reader: Reader | undefined;
  for (const membership of memberships) {
    const member = await loadMember(ports, actor, membership.programmeId);
    if (member === undefined || member.programme.value.state === 'closed') continue;
    reader ??= member.reader;
    if (shown.length < mostShown) shown.push(await programmeLine(ports, member, context.now));
  }
  const to = reader ?? stranger;
  return {
    view: {
      card: 'home',
      personName: shownName(actor.name, to.culture),
      programmes: shown,
      language: to.language,
      because,
    },
    reader: to,
  };
}

async function programmeLine(ports: Ports<'programmes'>, member: Member, now: Instant): Promise<HomeProgramme> {
  const { programme, reader, roles, participant } = member;
  const { id: programmeId, plan } = programme.value;
  const mayStateDiversity = participant?.value.state === 'enrolled' && statable(programme.value).length > 0;
  const line = {
    programmeId,
    programmeName: plan.name[reader.language],
    ...(mayStateDiversity ? { diversity: true as const } : {}),
  };
  if (participant === undefined) {
    const role = roles.sponsor ? 'sponsor' : roles.administrator ? 'administrator' : 'delegate';
    return { ...line, role, state: 'none' };
  }
  const role = participant.value.profile.role;
  if (participant.value.state === 'withdrawn') {
    const open = programme.value.state === 'enrolling' || programme.value.state === 'running';
    return { ...line, role, state: open && mayReturnAlone(participant.value) ? 'gone' : 'out' };
  }
  const personPairs = await ports.programmes.get(programmeId, 'person-pairs', participant.key);
  if ((await openProposals(ports, programmeId, participant.key, now)).length > 0)
    return { ...line, role, state: 'proposal-open' };
  if (isPaused(participant.value, now))
    return { ...line, role, state: 'paused', until: participant.value.pause?.until ?? '' };
  const pairId = await currentPair(ports, programmeId, participant.key, personPairs?.value.pairIds ?? []);
  if (pairId === undefined) {
    const former = personPairs?.value.formerPairIds?.at(-1);
    const ended = participant.value.rematch === undefined || former === undefined ? {} : { pairId: former };
    const state = await renewalState(ports, programmeId, former, now);
    return { ...line, role, state: state ?? enrolmentState(participant.value), ...ended };
  }
  const pair = await ports.programmes.get(programmeId, 'pair', pairId);
  const partnerId = pair?.value.mentorId === participant.key ? pair.value.menteeId : pair?.value.mentorId;
  const partner =
    partnerId === undefined ? undefined : await ports.programmes.get(programmeId, 'participant', partnerId);
  const next = pair === undefined ? undefined : await nextSessionOf(ports, programmeId, pair.key, now);
  return {
    ...line,
    role,
    state: 'paired',
    pairId,
    ...(partner === undefined ? {} : { partnerName: shownName(partner.value.profile.name, reader.culture) }),
    ...(next === undefined ? {} : { nextSession: next }),
  };
}

/** The newest pair of which the person has not heard that it is over. */
async function currentPair(
  ports: Ports<'programmes'>,
  programmeId: string,
  participantId: string,
  pairIds: readonly string[],
): Promise<string | undefined> {
  const endings = await Promise.all(pairIds.map((id) => ports.programmes.get(programmeId, 'pair-ending', id)));
  const pairs = await Promise.all(pairIds.map((id) => ports.programmes.get(programmeId, 'pair', id)));
  return pairIds.findLast((_id, index) => {
    const pair = pairs[index]?.value;
    const side = pair === undefined ? undefined : sideOf(pair, participantId);
    return side === undefined || !hasHeard(endings[index]?.value, side);
  });
}

/** Whether the person is asked what comes after their last pair, or whether that is still open. */
async function renewalState(
  ports: Ports<'programmes'>,
  programmeId: string,
  pairId: string | undefined,
  now: Instant,
): Promise<HomeProgramme['state'] | undefined> {
  const renewal = pairId === undefined ? undefined : await ports.programmes.get(programmeId, 'renewal', pairId);
  if (renewal === undefined || now < renewal.value.asksAt || now >= renewal.value.hearsBy) return undefined;
  return isAsking(renewal.value, now) ? 'renewal-open' : 'renewal-over';
}

function enrolmentState(participant: Participant): HomeProgramme['state'] {
  switch (participant.state) {
    case 'invited':
      return 'invited';
    case 'enrolled':
      return (participant.rematch?.wish ?? 'another') === 'another' ? 'waiting' : 'enough';
    case 'not-now':
      return 'not-now';
    case 'withdrawn':
    case 'imported':
      return 'none';
  }
}
