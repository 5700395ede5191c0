/* HR's first screen of the board for a small and a large programme: time against fixed JSON of the same size, and storage calls. */
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
    for (const pairs of [small, large]) {
      const found = JSON.parse(answers[pairs]).rows.length;
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
      compared(`board of ${String(small)} pairs`, {
        ours: cost.small,
        otherCost: cost.smallFloor,
        other: other(small),
        unit,
        limit: 15,
      }),
      compared(`board of ${String(large)} pairs`, {
        ours: cost.large,
        otherCost: cost.largeFloor,
        other: other(large),
        unit,
        limit: 25,
      }),
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

const programmeOf = (pairs) => `bench-${String(pairs)}`;

async function callsOf(stage, read) {
  const before = stage.calls();
  await read();
  return stage.calls() - before;
}

/** A programme like the sample with the board that folding so many pairs leaves behind. */
async function seedBoard(ports, { sample, moment }, pairs) {
  const { monthWindow } = product('src/calendar/month-window');
  const id = programmeOf(pairs);
  const programme = (await ports.programmes.get(sample.plan.id, 'programme', 'programme')).value;
  const months = Array.from({ length: programme.plan.months }, (_, index) => index + 1);
  const windowEnds = months.map((number) => monthWindow(moment, 'Europe/Paris', number).end);
  const parts = new Map();
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
    const key = ports.secrets.sha256(pairId).slice(0, 2);
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
        value: { version: 1, partCount: parts.size, foldedAt: moment, counts: {} },
      },
    ]),
  );
  for (const [key, rows] of parts)
    await must(ports.programmes.commit(id, [{ op: 'insert', kind: 'board-part', key, value: { rows } }]));
}

async function must(committing) {
  const committed = await committing;
  if (!committed.ok) throw new Error(`The board could not be written: ${committed.reason}`);
}
