import type { Connector } from '../../../bot/teams/connector/create-connector';
import type { SendOutcome } from '../../../src/domain/send-outcome';
import { createMessageSender } from '../../../bot/teams/message-sender';
import type { AllPorts } from '../../../src/dispatch/all-ports';
import { dummyReader, dummyView } from '../../helpers/card-views';

const sent: SendOutcome = { outcome: 'sent', conversationId: 'c', activityId: 'a' };
const channel = {
  teamId: 't',
  channelId: '19:c',
  serviceUrl: 'https://smba.trafficmanager.net/emea/',
  teamName: 'T',
  channelName: 'C',
};

function sender(outcome: SendOutcome) {
  const connector = { sendToPerson: jest.fn(async () => outcome), sendToChannel: jest.fn(async () => outcome) };
  const plan = { languages: ['en', 'fr'], name: { fr: 'Réciproque', en: 'Reciprocal' } };
  const ports = {
    programmes: { get: async () => ({ key: 'programme', etag: 'e', value: { plan } }) },
  } as unknown as AllPorts;
  return {
    connector,
    sender: createMessageSender({
      connector: connector as unknown as Connector,
      links: { base: 'https://x.example' },
      ports,
    }),
  };
}

it('posts to a channel once, in every language of the programme, each with its own name', async () => {
  const { connector, sender: it } = sender(sent);
  const outcome = await it.send({
    view: dummyView('channel-reminder'),
    reader: dummyReader({ language: 'en' }),
    target: { to: 'channel', channel },
  });
  expect(outcome).toEqual(sent);
  const [[, content]] = connector.sendToChannel.mock.calls as unknown as [
    [unknown, { card: unknown; summary: string }],
  ];
  const text = JSON.stringify(content.card);
  expect(text.indexOf('Reciprocal')).toBeGreaterThan(-1);
  expect(text.indexOf('Réciproque')).toBeGreaterThan(text.indexOf('Reciprocal'));
  expect(content.summary).toBe('Passerelle: this month’s news');
});

it('in its small form sends where to find what the card would have said, under the same notification', async () => {
  const { connector, sender: it } = sender(sent);
  const reference = {
    serviceUrl: 'https://smba.trafficmanager.net/emea/',
    teamsUserId: '29:x',
    updatedAt: '2026-11-23T09:00:00.000Z',
    via: 'personal' as const,
  };
  const message = {
    view: dummyView('met'),
    reader: dummyReader({ language: 'en' }),
    target: { to: 'person', directoryId: 'd', reference },
  } as const;
  await it.send(message);
  await it.send(message, 'small');
  const [[, whole], [, small]] = connector.sendToPerson.mock.calls as unknown as [
    [unknown, { card: unknown; summary: string }],
    [unknown, { card: unknown; summary: string }],
  ];
  expect(small.summary).toBe(whole.summary);
  const text = JSON.stringify(small.card);
  expect(text).toContain('A card too large for this chat');
  expect(text).toContain('home/show');
  expect(text).not.toContain('session/met');
});
