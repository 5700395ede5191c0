/* A press of "I take part" through the whole server, against the SDK's authentication with a fixed answer. */
import { openBenchStage } from './bench-stage.mjs';
import { compared, inParallel, medians, timed } from './compare.mjs';
import { product } from './product.mjs';
import { startBareServer } from './start-bare-server.mjs';

const atOnce = 8;

export async function run({ rounds, quick }) {
  const stage = await openBenchStage();
  let floor;
  try {
    const { localIdentities } = product('bot/local/local-environment');
    const { readAll } = product('src/kernel/read-all');
    const { ports } = await stage.ports();
    const programmeId = stage.sample.plan.id;
    const invited = [];
    for await (const { value } of readAll(ports.programmes, programmeId, 'participant'))
      if (value.state === 'invited' && value.reach === 'reachable') invited.push(value.directoryId);
    const people = invited.slice(0, quick ? 4 : 60);
    const authorization = `Bearer ${await stage.teams.signBotToken()}`;
    const press = async (url, directoryId, verb) => {
      const response = await fetch(`${url}/api/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization },
        body: JSON.stringify(activityOf(stage, directoryId, verb, programmeId)),
      });
      const text = await response.text();
      if (response.status !== 200 || !text.includes('AdaptiveCard'))
        throw new Error(`A press answered ${String(response.status)}: ${text.slice(0, 300)}`);
      return text;
    };
    const everybody = (url, verb) => inParallel(people.length, atOnce, (index) => press(url, people[index], verb));
    const answer = await press(stage.server.url, people[0], 'invitation/accept');
    await press(stage.server.url, people[0], 'invitation/not-now');
    floor = await startBareServer(
      { answer },
      { appId: localIdentities.botAppId, openId: stage.teams.botOpenIdMetadata },
    );
    const cost = await medians(
      {
        async ours() {
          const milliseconds = await timed(() => everybody(stage.server.url, 'invitation/accept'));
          await mustBeEnrolled(ports, programmeId, people.length);
          await everybody(stage.server.url, 'invitation/not-now');
          await stage.settle();
          return milliseconds / people.length;
        },
        floor: async () => (await timed(() => everybody(floor.url, 'invitation/accept'))) / people.length,
      },
      rounds,
    );
    return [
      compared(
        `Accept pressed by ${String(people.length)} people, ${String(atOnce)} at once (${String(Math.round(1000 / cost.ours))} turns/s)`,
        {
          ours: cost.ours,
          otherCost: cost.floor,
          other: 'restify with the SDK’s authentication and the same answer, no storage',
          unit: 'ms per turn',
          limit: 12,
        },
      ),
    ];
  } finally {
    floor?.close();
    await stage.close();
  }
}

/** What was measured must have been written: everybody takes part now. */
async function mustBeEnrolled(ports, programmeId, count) {
  const { readAll } = product('src/kernel/read-all');
  let enrolled = 0;
  for await (const { value } of readAll(ports.programmes, programmeId, 'participant'))
    if (value.state === 'enrolled') enrolled++;
  if (enrolled !== count) throw new Error(`${String(enrolled)} of ${String(count)} people are enrolled`);
}

function activityOf({ teams, moment }, directoryId, verb, programmeId) {
  const { localIdentities } = product('bot/local/local-environment');
  return {
    type: 'invoke',
    name: 'adaptiveCard/action',
    id: `f:${directoryId}`,
    timestamp: moment,
    channelId: 'msteams',
    serviceUrl: teams.serviceUrl,
    locale: 'fr-FR',
    from: { id: `29:${directoryId}`, name: 'Somebody', aadObjectId: directoryId },
    recipient: { id: `28:${localIdentities.botAppId}`, name: 'Passerelle' },
    conversation: {
      id: teams.conversationId(directoryId),
      conversationType: 'personal',
      tenantId: localIdentities.tenantId,
    },
    channelData: { tenant: { id: localIdentities.tenantId } },
    value: { action: { type: 'Action.Execute', verb, data: { v: 1, programmeId } }, trigger: 'manual' },
  };
}
