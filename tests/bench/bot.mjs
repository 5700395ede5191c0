/* Three presses through the whole server, against the SDK's authentication, the same calls of storage and a fixed answer. */
import { readFileSync } from 'node:fs';
import { openBenchStage } from './bench-stage.mjs';
import { compared, inParallel, median, medians, timed } from './compare.mjs';
import { conversationOf, letProgrammeRun, preparePresses, pressCases } from './press-cases.mjs';
import { product } from './product.mjs';
import { startBareServer } from './start-bare-server.mjs';

const atOnce = 8;
const mostRounds = 3;
const floorWords = 'restify with the SDK’s authentication, the same calls of storage and the same answer';

export async function run({ rounds, quick }) {
  const stage = await openBenchStage({ count: true });
  let floor;
  try {
    const { localIdentities } = product('bot/local-identities');
    const { ports } = await stage.ports();
    await letProgrammeRun(stage, ports);
    const authorization = `Bearer ${await stage.teams.signBotToken()}`;
    const press = (url, activity) => post(url, authorization, activity);
    const lone = await preparePresses(stage, ports, pressCases[0], 1);
    const answer = await press(stage.server.url, activityOf(stage, lone[0]));
    floor = await startBareServer(
      { answer },
      { appId: localIdentities.botAppId, openId: stage.teams.botOpenIdMetadata, storage: stage.storageConnection },
    );
    const results = [];
    for (const one of pressCases) {
      const traced = await traceAlone(stage, ports, one, press);
      const count = quick ? 4 : 32;
      const calls = { reads: splitReads(traced), rows: traced.rows, bytes: traced.bytes };
      const processor = { ours: [], floor: [] };
      const play = async (side, url, pid, activities) => {
        const begun = processorTime(pid);
        const milliseconds = await timed(() => inParallel(count, atOnce, (index) => press(url, activities[index])));
        processor[side].push((processorTime(pid) - begun) / count);
        return milliseconds / count;
      };
      const cost = await medians(
        {
          async ours() {
            const presses = await preparePresses(stage, ports, one, count);
            return play(
              'ours',
              stage.server.url,
              stage.server.pid,
              presses.map((it) => activityOf(stage, it)),
            );
          },
          async floor() {
            const it = { directoryId: lone[0].directoryId, verb: one.verb, data: {} };
            const activity = activityOf(stage, it, { calls });
            return play(
              'floor',
              floor.url,
              floor.pid,
              Array.from({ length: count }, () => activity),
            );
          },
        },
        rounds,
      );
      results.push(
        compared(`${one.name}: calls of storage, a transaction is one`, {
          ours: traced.calls,
          otherCost: one.most,
          other: 'what it must make',
          unit: 'calls',
          limit: 1,
        }),
        compared(`${one.name}: calls that wait for one another`, {
          ours: traced.rounds,
          otherCost: mostRounds,
          other: 'who presses, whom it is about, the transaction',
          unit: 'rounds',
          limit: 1,
        }),
        compared(`${one.name}: ${String(count)} presses, ${String(atOnce)} at once`, {
          ours: cost.ours,
          otherCost: cost.floor,
          other: floorWords,
          unit: 'ms per turn',
          limit: 1.5,
        }),
        compared(`${one.name}: processor time of the server`, {
          ours: median(processor.ours),
          otherCost: median(processor.floor),
          other: floorWords,
          unit: 'ms per turn',
          limit: 1.5,
        }),
      );
    }
    return results;
  } finally {
    floor?.close();
    await stage.close();
  }
}

/** A press with nobody beside it, five times: the middle of what went over the wire. */
async function traceAlone(stage, ports, one, press) {
  const traces = [];
  for (const it of await preparePresses(stage, ports, one, 5)) {
    // What the press before caused is worked off first: it is not this one's.
    await stage.settle();
    traces.push(await stage.trace(() => press(stage.server.url, activityOf(stage, it))));
  }
  const middle = (what) => median(traces.map((trace) => trace[what]));
  return { calls: middle('calls'), rounds: middle('rounds'), rows: middle('rows'), bytes: middle('bytes') };
}

/** All calls but the transaction, over all rounds but its own. */
function splitReads({ calls, rounds }) {
  const reads = calls - 1;
  const first = Math.ceil(reads / (rounds - 1));
  return Array.from({ length: rounds - 1 }, (_, index) => Math.min(first, reads - index * first)).filter((n) => n > 0);
}

/** Milliseconds that a process has had of the processor so far, as the kernel counts them (ticks of 10 ms). */
function processorTime(pid) {
  const fields = readFileSync(`/proc/${String(pid)}/stat`, 'utf8')
    .split(') ')[1]
    .split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

async function post(url, authorization, activity) {
  const response = await fetch(`${url}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization },
    body: JSON.stringify(activity),
  });
  const text = await response.text();
  if (response.status !== 200 || !text.includes('AdaptiveCard') || text.includes('storage'))
    throw new Error(`A press answered ${String(response.status)}: ${text.slice(0, 300)}`);
  return text;
}

function activityOf({ teams, moment }, { directoryId, verb, data }, more = {}) {
  const { localIdentities } = product('bot/local-identities');
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
      id: conversationOf(directoryId),
      conversationType: 'personal',
      tenantId: localIdentities.tenantId,
    },
    channelData: { tenant: { id: localIdentities.tenantId } },
    value: { action: { type: 'Action.Execute', verb, data }, trigger: 'manual', ...more },
  };
}
