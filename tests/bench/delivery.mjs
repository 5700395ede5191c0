/*
 * Invitations through the sending lane (claimed, drawn, sent once, written down) against posting the same cards as they are; due work by
 * one, two and four servers.
 */
import { openBenchStage } from './bench-stage.mjs';
import { compared, inParallel, medians, timed } from './compare.mjs';
import { dueRows } from './due-rows.mjs';
import { product } from './product.mjs';

/** As many as the lane has under way. */
const atOnce = 10;

export async function run(options) {
  return [...(await invitations(options)), ...(await dueRows(options))];
}

async function invitations({ rounds, quick }) {
  const stage = await openBenchStage();
  try {
    const inside = await stage.ports();
    const { engine, tokens } = background(stage, inside);
    const { ports } = inside;
    const programmeId = stage.sample.plan.id;
    await stage.server.stop();
    const people = await reachable(ports, programmeId);
    await clearQueue(ports, programmeId);
    const count = quick ? 5 : 100;
    const sends = () => stage.teams.journal().filter(({ kind }) => kind === 'send').length;
    const through = async (work) => {
      const before = sends();
      const milliseconds = await timed(work);
      if (sends() - before !== count)
        throw new Error(`${String(sends() - before)} of ${String(count)} messages arrived`);
      return milliseconds / count;
    };
    await queue(ports, inside.ids, programmeId, people.slice(0, 1), 1, stage.moment);
    await engine.send();
    const card = stage.teams.journal().findLast(({ kind }) => kind === 'send').activity;
    if (card === undefined) throw new Error('No card was sent');
    const bearer = await tokens.token();
    const cost = await medians(
      {
        async lane() {
          await queue(ports, inside.ids, programmeId, people, count, stage.moment);
          return through(() => engine.send());
        },
        plain: () =>
          through(() =>
            inParallel(count, atOnce, async (index) => {
              const conversation = encodeURIComponent(
                stage.teams.conversationId(people[index % people.length].directoryId),
              );
              const response = await fetch(`${stage.teams.serviceUrl}v3/conversations/${conversation}/activities`, {
                method: 'POST',
                headers: { 'content-type': 'application/json', authorization: `Bearer ${bearer}` },
                body: JSON.stringify({ type: 'message', attachments: card.attachments }),
              });
              if (!response.ok) throw new Error(`A plain post answered ${String(response.status)}`);
            }),
          ),
      },
      rounds,
    );
    return [
      compared(`${String(count)} invitations (${String(Math.round(1000 / cost.lane))} messages/s, pace not limited)`, {
        ours: cost.lane,
        otherCost: cost.plain,
        other: `fetch of the same card, ${String(atOnce)} at once, nothing written down`,
        unit: 'ms per message',
        limit: 15,
      }),
    ];
  } finally {
    await stage.close();
  }
}

/** The background of a server in this process: the same lane, connector and cards; the pace is not limited. */
function background(stage, { ports, log, metrics }) {
  const { BackgroundWorker } = product('bot/jobs/background-worker');
  const { createConnector } = product('bot/teams/connector/create-connector');
  const { createTeamsDirectory } = product('bot/teams/connector/create-teams-directory');
  const { createClientSecretTokens } = product('bot/teams/connector/token-source');
  const { createMessageSender } = product('bot/teams/message-sender');
  const { prepareEdit } = product('src/dispatch/prepare-edit');
  const { prepareToSend } = product('src/dispatch/prepare-message');
  const { localIdentities } = product('bot/local-identities');
  const { createRealClock } = product('bot/real-clock');
  const { errorFields } = product('bot/log');
  const realClock = createRealClock();
  const { botAppId, tenantId, botPassword } = localIdentities;
  const tokens = createClientSecretTokens({
    endpoint: stage.teams.tokenEndpoint,
    clientId: botAppId,
    secret: () => botPassword,
    realClock,
  });
  const budget = { take: () => Promise.resolve() };
  const requests = { tokens, serviceHosts: { hosts: [], allowLoopback: true }, realClock, budget };
  const engine = new BackgroundWorker({
    ports,
    prepareToSend: (...message) => prepareToSend(ports, ...message),
    prepareEdit: (...edit) => prepareEdit(ports, ...edit),
    directory: createTeamsDirectory(requests),
    pairer: () => Promise.reject(new Error('No pairing here')),
    sender: createMessageSender({
      connector: createConnector({ ...requests, botAppId, tenantId }),
      links: { base: 'https://passerelle.example.com' },
      ports,
    }),
    programmeClock: { now: () => stage.moment },
    realClock,
    isClockWrong: () => false,
    budget,
    holder: 'bench',
    pace: {
      sendsPerSecond: 100_000,
      tickSeconds: 60,
      idleSeconds: 60,
      claimSeconds: 90,
      leaseSeconds: 60,
      sendsTogether: 10,
    },
    log,
    metrics,
    errorFields,
    sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  });
  return { engine, tokens };
}

async function reachable(ports, programmeId) {
  const { readAll } = product('src/kernel/read-all');
  const people = [];
  for await (const { value, key } of readAll(ports.programmes, programmeId, 'participant'))
    if (value.state === 'invited' && value.reach === 'reachable')
      people.push({ id: key, directoryId: value.directoryId });
  return people;
}

async function clearQueue(ports, programmeId) {
  const { readAll } = product('src/kernel/read-all');
  for await (const { key, etag } of readAll(ports.programmes, programmeId, 'queued'))
    await ports.programmes.commit(programmeId, [{ op: 'delete', kind: 'queued', key, etag }]);
}

async function queue(ports, ids, programmeId, people, count, now) {
  const { messageKey } = product('src/domain/message');
  const writes = Array.from({ length: count }, (_, index) => {
    const id = ids.next();
    const recipient = { to: 'participant', id: people[index % people.length].id };
    const value = {
      id,
      kind: 'invitation',
      recipient,
      subject: {},
      createdAt: now,
      notBefore: now,
      tries: 0,
      ambiguous: 0,
      correlationId: 'bench',
    };
    return { op: 'insert', kind: 'queued', key: messageKey(now, id), value };
  });
  const most = 90;
  for (let from = 0; from < writes.length; from += most) {
    const committed = await ports.programmes.commit(programmeId, writes.slice(from, from + most));
    if (!committed.ok) throw new Error(`Messages could not be queued: ${committed.reason}`);
  }
}
