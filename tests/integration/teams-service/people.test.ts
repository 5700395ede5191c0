import { startTeamsService } from '../../../bot/local/teams-service/start-teams-service';
import type { TeamsService } from '../../../bot/local/teams-service/teams-service';
import { startPlainBot, type PlainBot } from './plain-bot';
import { BOT, cardMessage, CHANNEL, HENRI, NADIA, TEAM, tenantOptions, TENANT, ZOE } from './tenant';

let service: TeamsService;
let bot: PlainBot;

beforeEach(async () => {
  service = await startTeamsService(tenantOptions());
  bot = await startPlainBot(service, BOT);
});

afterEach(async () => {
  await bot.close();
  await service.close();
});

const fallback = (verb: string) => ({ type: 'Action.Submit', title: verb, data: { verb, id: 'p1' } });
const card = cardMessage({
  body: [
    { type: 'TextBlock', text: 'Hello' },
    { type: 'Input.Text', id: 'note', value: 'as it stands' },
    { type: 'Input.Toggle', id: 'share' },
  ],
  actions: [
    {
      type: 'Action.Execute',
      title: 'Accept',
      verb: 'proposal/accept',
      data: { id: 'p1', revision: 3 },
      fallback: fallback('proposal/accept'),
    },
    { type: 'Action.Submit', title: 'Edit', data: { id: 'p1', msteams: { type: 'task/fetch' } } },
    {
      type: 'Action.ShowCard',
      title: 'Decline',
      card: {
        type: 'AdaptiveCard',
        body: [{ type: 'Input.Text', id: 'reason', isRequired: true, errorMessage: 'needed' }],
        actions: [{ type: 'Action.Execute', title: 'Send', verb: 'proposal/decline', data: { id: 'p1' } }],
      },
    },
  ],
});

async function sendCard(directoryId = ZOE): Promise<string> {
  const sent = await bot.call(
    'POST',
    `conversations/${encodeURIComponent(service.conversationId(directoryId))}/activities`,
    card,
  );
  return String(sent.body.id);
}

const newCard = {
  statusCode: 200,
  type: 'application/vnd.microsoft.card.adaptive',
  value: { type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text: 'Done' }] },
};

test('what a person writes reaches the bot signed, with their identity, locale and zone', async () => {
  const exchange = await service.say(ZOE, 'Bonjour <3');
  expect(exchange.status).toBe(200);
  expect(bot.heard[0]?.activity).toMatchObject({
    type: 'message',
    text: 'Bonjour <3',
    channelId: 'msteams',
    timestamp: '2026-11-23T09:00:00.000Z',
    localTimestamp: '2026-11-23T10:00:00+01:00',
    localTimezone: 'Europe/Paris',
    locale: 'fr-FR',
    from: { name: 'Zoé Martin', aadObjectId: ZOE },
    recipient: { id: `28:${BOT}` },
    conversation: { conversationType: 'personal', tenantId: TENANT, id: service.conversationId(ZOE) },
    channelData: { tenant: { id: TENANT } },
    entities: [{ type: 'clientInfo', locale: 'fr-FR', country: 'FR', platform: 'Web' }],
  });
  expect(bot.heard[0]?.claims.serviceurl).toBe(service.serviceUrl);
});

test('a bot that fails or is away is told to the caller, never thrown away', async () => {
  bot.answer = () => ({ status: 501 });
  expect((await service.say(ZOE, 'x')).status).toBe(501);
  service.setBotEndpoint('http://127.0.0.1:1/api/messages');
  const away = await service.say(ZOE, 'y');
  expect(away).toMatchObject({ status: 0, error: expect.stringContaining('fetch failed') as string });
  expect(service.exchanges()).toHaveLength(2);
});

test('adding the app tells the bot once, twice over, and makes the person reachable', async () => {
  await expect(service.say(NADIA, 'x')).rejects.toMatchObject({ code: 'AppNotInstalled' });
  await service.installApp(NADIA);
  await service.installApp(NADIA);
  expect(bot.heard.map(({ activity }) => [activity.type, activity.action])).toEqual([
    ['conversationUpdate', undefined],
    ['installationUpdate', 'add'],
  ]);
  expect(bot.heard[0]?.activity.membersAdded).toEqual([{ id: `28:${BOT}` }]);
  await service.uninstallApp(NADIA);
  expect(bot.heard[2]?.activity).toMatchObject({
    type: 'installationUpdate',
    action: 'remove',
    from: { aadObjectId: NADIA },
  });
});

test('a team that takes the bot in, or takes a person in, tells it', async () => {
  await service.removeBotFromTeam(TEAM, HENRI);
  await service.addBotToTeam(TEAM, HENRI, CHANNEL);
  await service.setTeamMember(TEAM, ZOE, true);
  const told = bot.heard.map(({ activity }) => activity);
  expect(told.map(({ type }) => type)).toEqual([
    'conversationUpdate',
    'installationUpdate',
    'conversationUpdate',
    'installationUpdate',
    'conversationUpdate',
  ]);
  expect(told[2]).toMatchObject({
    conversation: { conversationType: 'channel', id: TEAM },
    channelData: { eventType: 'teamMemberAdded', team: { id: TEAM, name: 'Mentorat' } },
  });
  expect(told[3]?.channelData).toMatchObject({ settings: { selectedChannel: { id: CHANNEL } } });
  expect(told[4]?.membersAdded).toMatchObject([{ aadObjectId: ZOE }]);
});

test('a channel message reaches the bot only when it is mentioned', async () => {
  await service.sayInChannel(HENRI, CHANNEL, 'among us', { mention: false });
  expect(bot.heard).toHaveLength(0);
  await service.sayInChannel(HENRI, CHANNEL, 'help');
  expect(bot.heard[0]?.activity).toMatchObject({
    text: '<at>Passerelle</at> help',
    channelData: { channel: { id: CHANNEL } },
  });
});

describe('pressing a card', () => {
  test('sends the action really in the card with its inputs, and shows the card that comes back', async () => {
    const id = await sendCard();
    bot.answer = () => ({ status: 200, body: newCard });
    const result = await service.press(ZOE, id, 'proposal/accept', { note: 'Volontiers' });
    expect(result.outcome).toBe('card');
    expect(bot.heard[0]?.activity).toMatchObject({
      type: 'invoke',
      name: 'adaptiveCard/action',
      replyToId: id,
      value: {
        trigger: 'manual',
        action: {
          type: 'Action.Execute',
          verb: 'proposal/accept',
          data: { id: 'p1', revision: 3, note: 'Volontiers', share: 'false' },
        },
      },
    });
    expect(service.conversation(ZOE)).toMatchObject([{ id, cards: [{ body: [{ text: 'Done' }] }] }]);
    expect(service.journal()).toHaveLength(1);
  });

  test('on an old client sends the Submit fallback as a message', async () => {
    const id = await sendCard();
    service.setCardMode(ZOE, '1.2');
    await service.press(ZOE, id, 'proposal/accept');
    expect(bot.heard[0]?.activity).toMatchObject({
      type: 'message',
      replyToId: id,
      value: { verb: 'proposal/accept', id: 'p1', note: 'as it stands' },
    });
    expect(bot.heard[0]?.activity.text).toBeUndefined();
  });

  test('asks for required inputs of the card it stands in, not of the one beside it', async () => {
    const id = await sendCard();
    expect(await service.press(ZOE, id, 'proposal/decline')).toMatchObject({
      outcome: 'incomplete',
      missing: ['reason'],
    });
    expect(bot.heard).toHaveLength(0);
    await service.press(ZOE, id, 'proposal/decline', { reason: 'no time' });
    expect(bot.heard[0]?.activity.value).toMatchObject({
      action: { data: { id: 'p1', reason: 'no time', note: 'as it stands' } },
    });
  });

  test('shows a message, an error, and Teams’ own words when the answer cannot be read', async () => {
    const id = await sendCard();
    bot.answer = () => ({
      status: 200,
      body: { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: 'Noted' },
    });
    expect(await service.press(ZOE, id, 'Accept')).toMatchObject({ outcome: 'message', text: 'Noted' });
    expect(service.conversation(ZOE)[0]?.notice).toEqual({ text: 'Noted', kind: 'message' });
    bot.answer = () => ({
      status: 200,
      body: { statusCode: 400, type: 'application/vnd.microsoft.error', value: { code: 'E', message: 'Not saved' } },
    });
    expect(await service.press(ZOE, id, 'Accept')).toMatchObject({ outcome: 'error', code: 'E', text: 'Not saved' });
    bot.answer = () => ({ status: 501 });
    expect(await service.press(ZOE, id, 'Accept')).toMatchObject({ outcome: 'error', code: 'http-501' });
  });

  test('may be sent again with the same id or a new one, together or in turn', async () => {
    const id = await sendCard();
    const same = await service.press(ZOE, id, 'Accept', {}, { copies: { count: 2, ids: 'same', together: true } });
    expect(new Set(same.copies.map(({ activity }) => activity.id)).size).toBe(1);
    const fresh = await service.press(ZOE, id, 'Accept', {}, { copies: { count: 3, ids: 'new' } });
    expect(new Set(fresh.copies.map(({ activity }) => activity.id)).size).toBe(3);
    await service.resend(fresh.copies[0]!, 'same');
    expect(bot.heard).toHaveLength(6);
  });

  test('presses an older version, as a device that has not refreshed', async () => {
    const id = await sendCard();
    bot.answer = () => ({ status: 200, body: newCard });
    await service.press(ZOE, id, 'Accept');
    await expect(service.press(ZOE, id, 'Accept')).rejects.toMatchObject({ code: 'UnknownAction' });
    await service.press(ZOE, id, 'Accept', {}, { asOfVersion: 0 });
    expect(bot.heard).toHaveLength(2);
  });

  test('is refused to someone who does not see the card', async () => {
    const id = await sendCard(HENRI);
    await expect(service.press(ZOE, id, 'Accept')).rejects.toMatchObject({ code: 'ActivityNotFoundInConversation' });
  });

  test('in a channel shows the answer to the person who pressed only', async () => {
    await service.setTeamMember(TEAM, ZOE, true);
    bot.answer = () => ({ status: 200, body: newCard });
    const sent = await bot.call('POST', `conversations/${encodeURIComponent(CHANNEL)}/activities`, card);
    await service.press(ZOE, String(sent.body.id), 'Accept');
    expect(service.channel(CHANNEL, ZOE)[0]?.cards).toMatchObject([{ body: [{ text: 'Done' }] }]);
    expect(service.channel(CHANNEL, HENRI)[0]?.cards).toMatchObject([{ body: [{ text: 'Hello' }, {}, {}] }]);
  });
});

describe('dialogs', () => {
  const form = {
    type: 'AdaptiveCard',
    version: '1.5',
    body: [{ type: 'Input.Text', id: 'topic', isRequired: true }],
    actions: [{ type: 'Action.Submit', title: 'Save', data: { step: 2 } }],
  };

  test('open, refuse to be sent incomplete, send what was typed, and close', async () => {
    const id = await sendCard();
    bot.answer = () => ({
      status: 200,
      body: {
        task: {
          type: 'continue',
          value: { title: 'Profile', card: { contentType: 'application/vnd.microsoft.card.adaptive', content: form } },
        },
      },
    });
    const dialog = await service.openDialog(ZOE, id, 'Edit');
    expect(dialog).toMatchObject({ title: 'Profile', card: form });
    expect(bot.heard[0]?.activity).toMatchObject({
      name: 'task/fetch',
      value: { data: { id: 'p1', msteams: { type: 'task/fetch' } }, context: { theme: 'default' } },
    });
    expect(await service.submitDialog(dialog.dialogId)).toMatchObject({ outcome: 'incomplete' });
    bot.answer = () => ({ status: 200, body: { task: { type: 'message', value: 'Saved' } } });
    expect(await service.submitDialog(dialog.dialogId, { topic: 'IA' })).toMatchObject({
      outcome: 'message',
      text: 'Saved',
    });
    expect(bot.heard[1]?.activity).toMatchObject({ name: 'task/submit', value: { data: { step: 2, topic: 'IA' } } });
    await expect(service.submitDialog(dialog.dialogId, { topic: 'IA' })).rejects.toMatchObject({
      code: 'UnknownDialog',
    });
  });
});
