import type { Cloud } from './cloud';
import { connectorRoute } from './connector-gate';
import { openForBot } from './conversation-access';
import type { HttpRouter, RouteRequest } from './http-router';
import type { Person, Team } from './roster';
import { ServiceRefusal } from './service-refusal';

const PAGE_SIZE_LIMIT = 500;
const DEFAULT_PAGE_SIZE = 200;

/** The connector's REST routes about members, teams and channels. */
export function addRosterRoutes(router: HttpRouter, cloud: Cloud): void {
  const conversation = '/:region/v3/conversations/:conversationId';
  const members = (request: RouteRequest): Person[] => membersOf(cloud, request.parameters.conversationId ?? '');
  const team = (request: RouteRequest): Team => {
    const found = cloud.roster.teamOfChannel(request.parameters.teamId ?? '');
    if (!found) throw new ServiceRefusal(404, 'NotFound', 'Team not found.');
    if (!found.hasApp)
      throw new ServiceRefusal(403, 'BotNotInConversationRoster', 'The bot is not part of the conversation roster.');
    return found;
  };
  router.on(
    'GET',
    `${conversation}/members`,
    connectorRoute(cloud, 'roster', (request) => ({
      status: 200,
      body: members(request).map((person) => rosterEntry(cloud, person)),
    })),
  );
  router.on(
    'GET',
    `${conversation}/pagedmembers`,
    connectorRoute(cloud, 'roster', (request) => {
      const all = members(request);
      const from = Number(request.query.get('continuationToken') ?? 0);
      const size = Math.min(
        Number(request.query.get('pageSize') ?? DEFAULT_PAGE_SIZE) || DEFAULT_PAGE_SIZE,
        PAGE_SIZE_LIMIT,
      );
      const page = all.slice(from, from + size).map((person) => rosterEntry(cloud, person));
      return {
        status: 200,
        body: { members: page, ...(from + size < all.length ? { continuationToken: String(from + size) } : {}) },
      };
    }),
  );
  router.on(
    'GET',
    `${conversation}/members/:memberId`,
    connectorRoute(cloud, 'roster', (request) => {
      const wanted = cloud.roster.findMember(request.parameters.memberId ?? '');
      if (!wanted || !members(request).includes(wanted)) {
        throw new ServiceRefusal(404, 'MemberNotFoundInConversation', 'The member was not found in the conversation.');
      }
      return { status: 200, body: rosterEntry(cloud, wanted) };
    }),
  );
  router.on(
    'GET',
    '/:region/v3/teams/:teamId',
    connectorRoute(cloud, 'roster', (request) => {
      const { id, name, channels, members: inTeam } = team(request);
      return {
        status: 200,
        body: {
          id,
          name,
          type: 'standard',
          tenantId: cloud.options.tenantId,
          channelCount: channels.length,
          memberCount: inTeam.size,
        },
      };
    }),
  );
  router.on(
    'GET',
    '/:region/v3/teams/:teamId/conversations',
    connectorRoute(cloud, 'roster', (request) => {
      const found = team(request);
      const list = found.channels.map(({ id, name }) =>
        id === found.id ? { id, type: 'standard' } : { id, name, type: 'standard' },
      );
      return { status: 200, body: { conversations: list } };
    }),
  );
}

function membersOf(cloud: Cloud, address: string): Person[] {
  const { conversation } = openForBot(cloud, address);
  if (conversation.directoryId !== undefined) return [cloud.roster.person(conversation.directoryId)];
  const team = cloud.roster.teamOfChannel(conversation.id);
  return [...(team?.members ?? [])].flatMap((id) => cloud.roster.people.get(id) ?? []);
}

function rosterEntry(cloud: Cloud, { seed, userId }: Person): Record<string, unknown> {
  const [givenName = seed.name, ...rest] = seed.name.split(' ');
  return {
    id: userId,
    name: seed.name,
    givenName,
    surname: rest.join(' '),
    objectId: seed.directoryId,
    aadObjectId: seed.directoryId,
    email: seed.email,
    userPrincipalName: seed.email,
    tenantId: cloud.options.tenantId,
    userRole: seed.guest ? 'guest' : 'user',
  };
}
