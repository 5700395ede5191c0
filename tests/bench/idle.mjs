/*
 * An idle hour of one server: every call of its tables and its queue, counted on the wire, beside a server that looks as often as one that
 * has something to do. Time is moved from one turn to the next, so that an hour takes seconds.
 */
import { compared } from './compare.mjs';
import { countCalls } from './count-calls.mjs';
import { openStorage } from './due-storage.mjs';
import { product } from './product.mjs';

const prefix = 'idle';
const start = Date.parse('2026-12-01T10:00:00.000Z');
const second = 1_000;
/** As servers have it when nothing is set. */
const shipped = {
  sendsPerSecond: 10,
  tickSeconds: 2,
  idleSeconds: 30,
  claimSeconds: 90,
  leaseSeconds: 30,
  sendsTogether: 10,
};
/** Leases are over by then, and pauses are the longest. */
const untilAsleep = 180 * second;

export async function run({ quick }) {
  const rows = [];
  for (const programmes of quick ? [1] : [1, 3, 10]) {
    const ours = await idleHour(programmes, shipped, quick ? 1 / 10 : 1);
    const restless = await idleHour(programmes, { ...shipped, idleSeconds: shipped.tickSeconds }, 1 / 10);
    rows.push(
      compared(
        `an idle hour of one server with ${String(programmes)} ${programmes === 1 ? 'programme' : 'programmes'}`,
        {
          ours,
          otherCost: restless,
          other: 'the same server, looking every 2 s whether or not there is anything to do',
          unit: 'calls of the store',
          limit: 0.1,
        },
      ),
    );
  }
  return rows;
}

/** Calls in an hour, reckoned from this part of one. */
async function idleHour(programmes, pace, part) {
  const { startAzurite } = product('bot/local/azurite/start-azurite');
  const azurite = await startAzurite();
  const wire = await countCalls(azurite.connectionString);
  try {
    const ports = await openStorage(wire.connectionString, prefix);
    await seed(ports, programmes);
    let queueCalls = 0;
    const nothing = () => Promise.resolve((queueCalls++, undefined));
    const time = movedTime();
    const { BackgroundWorker } = product('bot/jobs/background-worker');
    const engine = new BackgroundWorker({
      ports: { ...ports, work: { receive: nothing, send: nothing } },
      programmeClock: time.clock,
      realClock: time.clock,
      after: time.after,
      isClockWrong: () => false,
      holder: 'bench',
      pace,
      log: { info: () => undefined, error: (fields) => void process.stderr.write(`${JSON.stringify(fields)}\n`) },
      metrics: { laneStalled: () => undefined, laneLag: () => undefined, tickFailure: () => undefined },
      errorFields: (error) => ({ error: String(error) }),
    });
    engine.start();
    await time.pass(untilAsleep);
    const before = wire.calls() + queueCalls;
    await time.pass(3_600 * second * part);
    const calls = (wire.calls() + queueCalls - before) / part;
    await engine.drain();
    return calls;
  } finally {
    await wire.stop();
    await azurite.stop();
  }
}

/** Programmes that run, in which nothing happens today: one piece of work and one message each lie a month ahead. */
async function seed(ports, programmes) {
  const { dueKey } = product('src/domain/due-work');
  const { messageKey } = product('src/domain/message');
  const later = new Date(start + 30 * 86_400 * second).toISOString();
  for (let n = 0; n < programmes; n++) {
    const id = `programme-${String(n)}`;
    const word = { kind: 'volunteer-word', at: later, ref: 'person', occurrence: '1', correlationId: 'bench' };
    const message = {
      id: 'message',
      kind: 'invitation',
      recipient: { to: 'participant', id: 'person' },
      subject: {},
      createdAt: later,
      notBefore: later,
      tries: 0,
      ambiguous: 0,
      correlationId: 'bench',
    };
    const programme = { id, plan: {}, state: 'running', revision: 1 };
    await write(ports.programmes, id, [
      { op: 'insert', kind: 'programme', key: 'programme', value: programme },
      { op: 'insert', kind: 'due', key: dueKey(word), value: word },
      { op: 'insert', kind: 'queued', key: messageKey(later, message.id), value: message },
    ]);
    const entry = { id, name: { fr: id, en: id }, state: 'running' };
    await write(ports.tenants, 'tenant', [{ op: 'insert', kind: 'entry', key: id, value: entry }]);
  }
}

async function write(store, partition, writes) {
  const { ok, reason } = await store.commit(partition, writes);
  if (!ok) throw new Error(`Rows of the bench could not be written: ${reason}`);
}

/** A clock and timers that move from one timer to the next; a turn is over when it has set the timer of the next. */
function movedTime() {
  let now = start;
  let isSet = () => undefined;
  const timers = new Set();
  return {
    clock: { now: () => new Date(now).toISOString() },
    after(milliseconds, run) {
      const timer = { at: now + milliseconds, run };
      timers.add(timer);
      isSet();
      return () => timers.delete(timer);
    },
    async pass(milliseconds) {
      const end = now + milliseconds;
      for (;;) {
        const first = [...timers].reduce((a, b) => (b.at < a.at ? b : a));
        if (first.at > end) break;
        const loops = timers.size;
        now = Math.max(now, first.at);
        timers.delete(first);
        first.run();
        while (timers.size < loops) await new Promise((resolve) => (isSet = resolve));
      }
      now = end;
    },
  };
}
