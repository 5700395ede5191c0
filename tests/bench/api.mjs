/* HR's first screen of the board for a small and a large programme: bytes, time beside one another and beside fixed JSON, storage calls; and the rest. */
import { setTimeout } from 'node:timers/promises';
import { openBenchStage } from './bench-stage.mjs';
import { compared, medians, timed } from './compare.mjs';
import { product } from './product.mjs';
import { startBareServer } from './start-bare-server.mjs';

export async function run({ rounds, quick }) {
  const stage = await openBenchStage({ open: false, count: true });
  let floor;
  try {
    const small = quick ? 5 : 50;
    const large = quick ? 300 : 10_000;
    const { ports } = await stage.ports();
    for (const pairs of [small, large]) await seedBoard(ports, stage, pairs);
    const read = (pairs) => stage.api('GET', `/programmes/${programmeOf(pairs)}/board`);
    const answers = { [String(small)]: await read(small), [String(large)]: await read(large) };
    const readRest = async (pairs) => {
      const rest = [];
      for (const { id } of JSON.parse(answers[pairs]).pages)
        rest.push(await stage.api('GET', `/programmes/${programmeOf(pairs)}/board/pages/${id}`));
      return rest;
    };
    const rests = { [String(small)]: await readRest(small), [String(large)]: await readRest(large) };
    for (const pairs of [small, large]) {
      const found = [answers[pairs], ...rests[pairs]].flatMap((answer) => JSON.parse(answer).rows).length;
      if (found !== pairs) throw new Error(`The board shows ${String(found)} of ${String(pairs)} pairs`);
    }
    floor = await startBareServer(answers);
    const bare = async (pairs) => void (await (await fetch(`${floor.url}/json/${String(pairs)}`)).text());
    const cost = await medians(
      {
        small: () => timed(() => read(small)),
        smallFloor: () => timed(() => bare(small)),
        large: () => timed(() => read(large)),
        largeFloor: () => timed(() => bare(large)),
        rest: async () => {
          // The API lets one person ask ten times a second.
          await setTimeout(2_500);
          return timed(() => readRest(large));
        },
      },
      rounds,
    );
    const calls = await medians(
      { small: () => callsOf(stage, () => read(small)), large: () => callsOf(stage, () => read(large)) },
      rounds,
    );
    const other = (pairs) =>
      `restify with the same ${String(Math.ceil(answers[pairs].length / 1024))} KiB of JSON, no sign-in, no storage`;
    const unit = 'ms';
    return [
      compared(`first screen of the board of ${String(large)} pairs`, {
        ours: kib(answers[large]),
        otherCost: 100_000 / 1024,
        other: 'what is promised',
        unit: 'KiB',
        limit: 1,
      }),
      compared(`first screen of the board of ${String(large)} pairs`, {
        ours: cost.large,
        otherCost: cost.small,
        other: `the board of ${String(small)} pairs (${String(Math.ceil(kib(answers[small])))} KiB)`,
        unit,
        limit: 1.2,
      }),
      compared(`first screen of the board of ${String(small)} pairs`, {
        ours: cost.small,
        otherCost: cost.smallFloor,
        other: other(small),
        unit,
        limit: 15,
      }),
      compared(`first screen of the board of ${String(large)} pairs`, {
        ours: cost.large,
        otherCost: cost.largeFloor,
        other: other(large),
        unit,
        limit: 15,
      }),
      compared(
        `the rest of the board of ${String(large)} pairs, ${String(rests[large].length)} answers one after the other, ${String(Math.ceil(kib(rests[large].join(''))))} KiB`,
        {
          ours: cost.rest,
          otherCost: cost.large * rests[large].length,
          other: 'as many first screens',
          unit,
          limit: 3,
        },
      ),
      compared(`storage calls for the board of ${String(large)} pairs`, {
        ours: calls.large,
        otherCost: calls.small,
        other: `the board of ${String(small)} pairs`,
        unit: 'calls',
        limit: 1,
      }),
    ];
  } finally {
    floor?.close();
    await stage.close();
  }
}

const kib = (text) => Buffer.byteLength(text) / 1024;
const programmeOf = (pairs) => `bench-${String(pairs)}`;

async function callsOf(stage, read) {
  const before = stage.calls();
  await read();
  return stage.calls() - before;
}

/** A programme like the sample with the board that folding so many pairs leaves behind. */
async function seedBoard(ports, { sample, moment }, pairs) {
  const { monthWindow } = product('src/calendar/month-window');
  const { findPart } = product('src/board/find-part');
  const { moveHealth } = product('src/board/count-health');
  const id = programmeOf(pairs);
  const programme = (await ports.programmes.get(sample.plan.id, 'programme', 'programme')).value;
  const months = Array.from({ length: programme.plan.months }, (_, index) => index + 1);
  const windowEnds = months.map((number) => monthWindow(moment, 'Europe/Paris', number).end);
  const parts = new Map();
  const come = [];
  for (let index = 0; index < pairs; index++) {
    const pairId = `pair-${String(index).padStart(6, '0')}`;
    const row = {
      pairId,
      mentor: { id: `M${String(index)}`, name: `Maëlle Prévost-Lagarde ${String(index)}` },
      mentee: { id: `S${String(index)}`, name: `Jean-Christophe Delaunay ${String(index)}` },
      topics: ['generative-ai', 'data'],
      startedAt: moment,
      months: months.map((number) => (number === 1 ? 'booked' : 'none')),
      nextSession: '2026-12-01T10:00:00.000Z',
      windowEnds,
      state: 'active',
    };
    come.push(row);
    const key = findPart(ports.secrets, pairId);
    parts.set(key, [...(parts.get(key) ?? []), row]);
  }
  await must(
    ports.programmes.commit(id, [
      {
        op: 'insert',
        kind: 'programme',
        key: 'programme',
        value: { ...programme, id, plan: { ...programme.plan, id }, state: 'running' },
      },
      {
        op: 'insert',
        kind: 'board',
        key: 'head',
        value: {
          version: 1,
          parts: Object.fromEntries([...parts.keys()].map((key) => [key, 1])),
          foldedAt: moment,
          counts: {},
          healthByDay: moveHealth({}, { gone: [], come }),
        },
      },
    ]),
  );
  for (const [key, rows] of parts)
    await must(ports.programmes.commit(id, [{ op: 'insert', kind: 'board-part', key, value: { version: 1, rows } }]));
}

async function must(committing) {
  const committed = await committing;
  if (!committed.ok) throw new Error(`The board could not be written: ${committed.reason}`);
}
