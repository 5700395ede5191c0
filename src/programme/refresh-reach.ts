import { readAll, readWhole } from '../kernel/read-all';
import { cardAbout } from '../domain/card';
import type { Participant, ReachState } from '../domain/participant';
import type { ChannelReference, Contact, Programme } from '../domain/programme';
import { findMembership } from '../member/find-membership';
import { followMemberships } from '../member/follow-memberships';
import type { UseCaseContext, Ports, RosterMember, TeamsDirectory, Saving } from '../domain/ports';
import type { KnownTeam } from '../domain/rows';
import { retryOnConflict, conflict, UnitOfWork } from '../domain/unit-of-work';
import { welcomeAdministrator } from './welcome-administrator';

interface Seen {
  readonly member: RosterMember;
  readonly team: KnownTeam;
}
type Roster = ReadonlyMap<string, Seen>;
type FindByEmail = (email: string) => Seen | undefined;

/**
 * Looks everybody of the programme up in the rosters of the teams the bot is in: links by the address in the roster, says who is
 * reachable, welcomes administrators, finds the programme's channel by its names. A team or participant that cannot be read stops it (`rows-unreadable`): people
 * would lose their address, or one person would be linked twice.
 */
export async function refreshReach(
  ports: Ports<Saving | 'people' | 'tenants' | 'holidayFrom'>,
  directory: TeamsDirectory,
  programmeId: string,
  context: UseCaseContext,
): Promise<void> {
  const teams: KnownTeam[] = [];
  for await (const row of readWhole(ports.tenants, 'tenant', 'team')) teams.push(row.value);
  const { byEmail, byId } = await readRosters(directory, teams);
  const linked = new Set<string>();
  for await (const { value } of readWhole(ports.programmes, programmeId, 'participant'))
    if (value.directoryId !== undefined) linked.add(value.directoryId);
  for await (const row of readAll(ports.programmes, programmeId, 'participant')) {
    const directoryId = await refreshOne(
      ports,
      'participant',
      programmeId,
      row.key,
      without(linked, byEmail),
      byId,
      context,
    );
    if (directoryId !== undefined) linked.add(directoryId);
  }
  for await (const row of readAll(ports.programmes, programmeId, 'contact')) {
    await refreshOne(ports, 'contact', programmeId, row.key, (email) => byEmail.get(email), byId, context);
  }
  await findChannel(ports, directory, programmeId, teams, context);
}

/** Finds by address who is linked to no participant yet: one directory id is one participant. */
function without(linked: ReadonlySet<string>, byEmail: Roster): FindByEmail {
  return (email) => {
    const found = byEmail.get(email);
    return found === undefined || linked.has(found.member.directoryId) ? undefined : found;
  };
}

async function readRosters(
  directory: TeamsDirectory,
  teams: readonly KnownTeam[],
): Promise<{ byEmail: Roster; byId: Roster }> {
  const byEmail = new Map<string, Seen>();
  const byId = new Map<string, Seen>();
  for (const team of teams) {
    for (const member of await directory.members(team)) {
      byId.set(member.directoryId, { member, team });
      if (member.email !== undefined) byEmail.set(member.email.toLowerCase(), { member, team });
    }
  }
  return { byEmail, byId };
}

/** Long work can wait: whoever ties an account by hand meanwhile comes first, each with a change of the programme's row. */
const patience = 30;

/** The directory id of the row, if it has one now. */
async function refreshOne(
  ports: Ports<Saving | 'people' | 'holidayFrom'>,
  kind: 'participant' | 'contact',
  programmeId: string,
  id: string,
  findByEmail: FindByEmail,
  byId: Roster,
  context: UseCaseContext,
): Promise<string | undefined> {
  return retryOnConflict(async () => {
    const row =
      kind === 'participant'
        ? await ports.programmes.get(programmeId, 'participant', id)
        : await ports.programmes.get(programmeId, 'contact', id);
    if (row === undefined) return undefined;
    const before: Participant | Contact = row.value;
    const email = 'profile' in before ? before.profile.email : before.email;
    const isNew = before.directoryId === undefined;
    const there = isNew ? findByEmail(email?.toLowerCase() ?? '') : byId.get(before.directoryId);
    const one = kind === 'participant' && isNew ? there?.member.directoryId : undefined;
    // As it was before it is looked whose account it is: of two ties at the same instant one is decided anew.
    const programme = one && (await ports.programmes.get(programmeId, 'programme', 'programme'));
    const found = one !== undefined && (await isAnothers(ports, programmeId, one, id)) ? undefined : there;
    const directoryId = before.directoryId ?? found?.member.directoryId;
    if (directoryId !== undefined && found !== undefined) await rememberReference(ports, directoryId, found, context);
    if (directoryId !== undefined && found === undefined) await forgetTeamReference(ports, directoryId);
    const reach = await reachNow(ports, directoryId, before.reach);
    if (directoryId === before.directoryId && reach === before.reach) return directoryId;
    const link =
      directoryId === undefined ? {} : { directoryId, linkedBy: before.linkedBy ?? ('team-roster' as const) };
    const unit = new UnitOfWork(ports, programmeId, context, 'system').recordChange(`reach-${reach}`);
    if ('profile' in before) {
      const { linkAsked, ...person } = before;
      // The roster's word ends what waits for anybody else's.
      const ends = linkAsked !== undefined && directoryId !== before.directoryId;
      const waits = linkAsked === undefined || ends ? {} : { linkAsked };
      if (ends) unit.editCards({ to: 'account', id: linkAsked.directoryId }, cardAbout.link(id));
      unit.replace('participant', { ...row, value: before }, { ...person, ...waits, ...link, reach });
    } else {
      const after = welcomeAdministrator(ports, unit, { ...before, ...link, reach }, context);
      unit.replace('contact', { ...row, value: before }, after);
    }
    const ties = directoryId !== undefined && isNew;
    if (ties) {
      if (programme) unit.requireUnchanged('programme', programme);
      unit.project({
        type: 'membership',
        directoryId,
        ...(kind === 'participant' ? { participantId: id } : { contactId: id }),
      });
    }
    if (!(await unit.commit())) return conflict;
    if (ties) await followMemberships(ports, programmeId, new Set([directoryId]));
    return directoryId;
  }, patience);
}

/** Whether an account is another participant by now, by hand or by another look-up. */
async function isAnothers(
  ports: Ports<'programmes' | 'people'>,
  programmeId: string,
  directoryId: string,
  participantId: string,
): Promise<boolean> {
  const membership = await findMembership(ports, programmeId, directoryId);
  return membership?.participantId !== undefined && membership.participantId !== participantId;
}

async function rememberReference(
  ports: Ports<'people'>,
  directoryId: string,
  found: Seen,
  context: UseCaseContext,
): Promise<void> {
  const reference = await ports.people.get(directoryId, 'reference', 'reference');
  if (reference !== undefined) return;
  await ports.people.commit(directoryId, [
    {
      op: 'insert',
      kind: 'reference',
      key: 'reference',
      value: {
        serviceUrl: found.team.serviceUrl,
        teamsUserId: found.member.teamsUserId,
        updatedAt: context.now,
        via: 'team',
      },
    },
  ]);
}

/** Who was reached through a team only and is in none of them any more is not reached. */
async function forgetTeamReference(ports: Ports<'people'>, directoryId: string): Promise<void> {
  const reference = await ports.people.get(directoryId, 'reference', 'reference');
  if (reference?.value.via !== 'team') return;
  await ports.people.commit(directoryId, [{ op: 'delete', kind: 'reference', key: 'reference', etag: reference.etag }]);
}

/** Somebody who blocked the app stays so until they write or install it again. */
async function reachNow(
  ports: Ports<'people'>,
  directoryId: string | undefined,
  before: ReachState,
): Promise<ReachState> {
  if (directoryId === undefined) return 'not-linked';
  if (before === 'blocked') return 'blocked';
  return (await ports.people.get(directoryId, 'reference', 'reference')) === undefined ? 'app-missing' : 'reachable';
}

async function findChannel(
  ports: Ports<Saving>,
  directory: TeamsDirectory,
  programmeId: string,
  teams: readonly KnownTeam[],
  context: UseCaseContext,
): Promise<void> {
  await retryOnConflict(async () => {
    const programme = await ports.programmes.get(programmeId, 'programme', 'programme');
    if (programme === undefined) return true;
    const channel = await channelNamed(directory, programme.value, teams);
    if (channel === undefined || JSON.stringify(channel) === JSON.stringify(programme.value.channel)) return true;
    const unit = new UnitOfWork(ports, programmeId, context, 'system')
      .replace('programme', programme, { ...programme.value, channel, revision: programme.value.revision + 1 })
      .recordChange('channel-found');
    return (await unit.commit()) ? true : conflict;
  });
}

async function channelNamed(
  directory: TeamsDirectory,
  programme: Programme,
  teams: readonly KnownTeam[],
): Promise<ChannelReference | undefined> {
  const wanted = programme.plan.channel;
  const team = teams.find((candidate) => candidate.name === wanted?.team);
  if (wanted === undefined || team === undefined) return undefined;
  const channel = (await directory.channels(team)).find((candidate) => candidate.name === wanted.channel);
  if (channel === undefined) return undefined;
  return {
    teamId: team.teamId,
    channelId: channel.id,
    serviceUrl: team.serviceUrl,
    teamName: team.name,
    channelName: channel.name,
  };
}
