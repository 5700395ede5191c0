import { readAll } from '../kernel/read-all';
import type { Instant } from '../kernel/clock';
import type { Participant } from '../participant/model';
import type { Membership } from '../programme/model';
import { loadMember, type Member } from '../programme/load-member';
import type { Actor, Occasion, Ports } from '../programme/ports';
import { openProposals } from '../proposal/open-proposals';
import { nextSessionOf } from '../session/next-session';
import type { CardView, HomeProgramme, Reader } from './view';
import { shownName, strangerReader } from './reader';

type Because = Extract<CardView, { card: 'home' }>['because'];
const mostShown = 3;

/** Where the person stands, and what they can do next; for somebody in no programme, how to join, and no more. */
export async function homeView(
  ports: Ports,
  actor: Actor,
  because: Because,
  occasion: Occasion,
): Promise<{ readonly view: CardView; readonly reader: Reader }> {
  const memberships: Membership[] = [];
  for await (const row of readAll(ports.people, actor.directoryId, 'membership')) memberships.push(row.value);
  const stranger = await strangerReader(ports, actor.directoryId);
  const shown: HomeProgramme[] = [];
  let reader: Reader | undefined;
  for (const membership of memberships) {
    const member = await loadMember(ports, actor, membership.programmeId);
    if (member === undefined || member.programme.value.state === 'closed') continue;
    reader ??= member.reader;
    if (shown.length < mostShown) shown.push(await programmeLine(ports, member, occasion.now));
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

async function programmeLine(ports: Ports, member: Member, now: Instant): Promise<HomeProgramme> {
  const { programme, reader, roles, participant } = member;
  const of = { programmeId: programme.value.id, programmeName: programme.value.plan.name[reader.language] };
  if (participant === undefined) {
    const role = roles.sponsor ? 'sponsor' : roles.administrator ? 'administrator' : 'delegate';
    return { ...of, role, state: 'none' };
  }
  const role = participant.value.profile.role;
  const places = await ports.programmes.get(of.programmeId, 'places', participant.key);
  if ((await openProposals(ports, of.programmeId, participant.key, now)).length > 0)
    return { ...of, role, state: 'proposal-open' };
  const pairId = places?.value.pairIds.at(-1);
  if (pairId === undefined) return { ...of, role, state: enrolmentState(participant.value) };
  const pair = await ports.programmes.get(of.programmeId, 'pair', pairId);
  const partnerId = pair?.value.mentorId === participant.key ? pair.value.menteeId : pair?.value.mentorId;
  const partner =
    partnerId === undefined ? undefined : await ports.programmes.get(of.programmeId, 'participant', partnerId);
  const next = pair === undefined ? undefined : await nextSessionOf(ports, of.programmeId, pair.key, now);
  return {
    ...of,
    role,
    state: 'paired',
    ...(partner === undefined ? {} : { partnerName: shownName(partner.value.profile.name, reader.culture) }),
    ...(next === undefined ? {} : { nextSession: next }),
  };
}

function enrolmentState(participant: Participant): HomeProgramme['state'] {
  switch (participant.state) {
    case 'invited':
      return 'invited';
    case 'enrolled':
      return 'waiting';
    case 'not-now':
    case 'withdrawn':
      return 'not-now';
    case 'imported':
      return 'none';
  }
}
