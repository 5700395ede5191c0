import type { Cloud } from './cloud';
import type { ActionChoice } from './card-actions';
import { followServerClock } from './follow-server-clock';
import type { Answer, HttpRouter, RouteRequest } from './http-router';
import type { CardMode } from './service-options';
import { ServiceRefusal } from './service-refusal';
import type { TeamsService } from './teams-service';
import { isRecord } from './wire-activity';

type Body = Record<string, unknown>;

/** What people, tests and the page do, over HTTP: each route is one method of the TeamsService. */
export function addControlRoutes(router: HttpRouter, cloud: Cloud, service: TeamsService): void {
  const get = (path: string, read: (request: RouteRequest) => unknown): void => {
    router.on('GET', `/control/${path}`, (request) => ({ status: 200, body: read(request) }));
  };
  const post = (path: string, act: (body: Body) => unknown): void => {
    router.on('POST', `/control/${path}`, async (request): Promise<Answer> => {
      await followServerClock(cloud);
      return { status: 200, body: (await act(request.json())) ?? {} };
    });
  };

  get('config', () => describe(cloud, service));
  get('conversation', ({ query }) => service.conversation(query.get('directoryId') ?? ''));
  get('channel', ({ query }) => service.channel(query.get('channelId') ?? '', query.get('directoryId') ?? undefined));
  get('journal', ({ query }) => service.journal(Number(query.get('since') ?? 0)));
  get('requests', () => service.requests());
  get('exchanges', ({ query }) => service.exchanges(Number(query.get('since') ?? 0)));
  router.on('GET', '/control/events', () => ({
    status: 200,
    stream: (response) => {
      cloud.events.attach(response);
    },
  }));

  post('install', (body) => service.installApp(text(body, 'directoryId')));
  post('uninstall', (body) => service.uninstallApp(text(body, 'directoryId')));
  post('block', (body) => {
    service.setBlocked(text(body, 'directoryId'), body.blocked !== false);
  });
  post('forget-conversation', (body) => {
    service.forgetConversation(text(body, 'directoryId'));
  });
  post('card-mode', (body) => {
    service.setCardMode(text(body, 'directoryId'), cardMode(text(body, 'mode')));
  });
  post('teams/add-bot', (body) =>
    service.addBotToTeam(text(body, 'teamId'), optional(body, 'by'), optional(body, 'channelId')),
  );
  post('teams/remove-bot', (body) => service.removeBotFromTeam(text(body, 'teamId'), optional(body, 'by')));
  post('teams/member', (body) =>
    service.setTeamMember(text(body, 'teamId'), text(body, 'directoryId'), body.member !== false),
  );
  post('channels/delete', (body) => service.deleteChannel(text(body, 'channelId')));
  post('say', (body) => {
    const channelId = optional(body, 'channelId');
    if (channelId === undefined) return service.say(text(body, 'directoryId'), text(body, 'text'));
    const threadId = optional(body, 'threadId');
    return service.sayInChannel(text(body, 'directoryId'), channelId, text(body, 'text'), {
      mention: body.mention !== false,
      ...(threadId === undefined ? {} : { threadId }),
    });
  });
  post('press', (body) =>
    service.press(
      text(body, 'directoryId'),
      text(body, 'activityId'),
      choice(body),
      record(body, 'inputs'),
      record(body, 'options'),
    ),
  );
  post('dialog/submit', (body) =>
    service.submitDialog(
      text(body, 'dialogId'),
      record(body, 'inputs'),
      body.action === undefined ? undefined : choice(body),
    ),
  );
  post('dialog/close', (body) => {
    service.closeDialog(text(body, 'dialogId'));
  });
  post('faults', (body) => {
    service.failNext(body);
  });
  router.on('DELETE', '/control/faults', () => {
    service.clearFaults();
    return { status: 200, body: {} };
  });
  post('tab-token', async (body) => ({ token: await service.tabToken(text(body, 'directoryId')) }));
  post('bot-endpoint', (body) => {
    service.setBotEndpoint(text(body, 'url'));
  });
}

function describe(cloud: Cloud, service: TeamsService): unknown {
  const { options, roster } = cloud;
  return {
    botName: options.botName ?? 'Passerelle',
    tenantId: options.tenantId,
    tabUrl: options.tabUrl,
    clock: options.clockUrl !== undefined,
    now: cloud.now(),
    people: [...roster.people.values()].map((person) => ({
      ...person.seed,
      hasApp: person.hasApp,
      reachable: roster.isReachable(person),
      blocked: person.blocked,
      cardMode: person.cardMode,
      userId: person.userId,
      conversationId: service.conversationId(person.seed.directoryId),
    })),
    teams: [...roster.teams.values()].map((team) => ({
      id: team.id,
      name: team.name,
      channels: team.channels,
      members: [...team.members],
      hasApp: team.hasApp,
    })),
  };
}

function text(body: Body, name: string): string {
  const value = body[name];
  if (typeof value !== 'string' || value === '') throw new ServiceRefusal(400, 'BadArgument', `${name} is missing.`);
  return value;
}

function optional(body: Body, name: string): string | undefined {
  return body[name] === undefined ? undefined : text(body, name);
}

function record(body: Body, name: string): Record<string, unknown> {
  const value = body[name] ?? {};
  if (!isRecord(value)) throw new ServiceRefusal(400, 'BadArgument', `${name} is not an object.`);
  return value;
}

function choice(body: Body): ActionChoice {
  return typeof body.verb === 'string' ? body.verb : record(body, 'action');
}

function cardMode(value: string): CardMode {
  if (value !== '1.2' && value !== '1.5') throw new ServiceRefusal(400, 'BadArgument', 'mode is 1.2 or 1.5.');
  return value;
}
