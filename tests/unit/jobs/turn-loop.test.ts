import { TurnLoop, type TurnLoopRules } from '../../../bot/jobs/turn-loop';

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

/** A run that ends when it is told to. */
function aRun(): { readonly run: () => Promise<number>; finish(quiet?: number): Promise<void>; begun(): number } {
  let begun = 0;
  let done: (quiet: number) => void = () => undefined;
  return {
    run: () => {
      begun++;
      return new Promise((resolve) => {
        done = resolve;
      });
    },
    async finish(quiet = 0) {
      done(quiet);
      await jest.advanceTimersByTimeAsync(0);
    },
    begun: () => begun,
  };
}

const aLoop = (run: () => Promise<number>, more: Partial<TurnLoopRules> = {}) =>
  new TurnLoop({ everyMilliseconds: 100, run, onError: () => undefined, ...more });

/** A loop whose turns are over at once; `at` holds the milliseconds after the start at which each began. */
function startLoop(quiet: () => number) {
  const at: number[] = [];
  const start = jest.now();
  const run = () => {
    at.push(jest.now() - start);
    return Promise.resolve(quiet());
  };
  const loop = aLoop(run, { longestMilliseconds: 1_000 });
  loop.start();
  return { loop, at };
}

test('a loop never runs twice at once, however slow a turn and however often it is woken', async () => {
  const turns = aRun();
  const loop = aLoop(turns.run);
  loop.start();
  await jest.advanceTimersByTimeAsync(1_000);
  loop.wake();
  loop.wake();
  await jest.advanceTimersByTimeAsync(1_000);
  expect(turns.begun()).toBe(1);
  await turns.finish();
  await jest.advanceTimersByTimeAsync(0);
  expect(turns.begun()).toBe(2);
});

test('after a turn it waits for its interval, unless it was woken', async () => {
  const turns = aRun();
  const loop = aLoop(turns.run);
  loop.start();
  await jest.advanceTimersByTimeAsync(0);
  await turns.finish();
  await jest.advanceTimersByTimeAsync(99);
  expect(turns.begun()).toBe(1);
  await jest.advanceTimersByTimeAsync(1);
  expect(turns.begun()).toBe(2);
  await turns.finish();
  loop.wake();
  await jest.advanceTimersByTimeAsync(0);
  expect(turns.begun()).toBe(3);
});

test('while turns find nothing each pause is twice the one before, up to the longest', async () => {
  const { at } = startLoop(() => Infinity);
  await jest.advanceTimersByTimeAsync(4_600);
  expect(at).toEqual([0, 100, 300, 700, 1_500, 2_500, 3_500, 4_500]);
});

test('a pause ends when something is known to fall due, and is never shorter than the usual one', async () => {
  const due = 950;
  const { at } = startLoop(() => Math.max(0, due - (at.at(-1) ?? 0)) || Infinity);
  await jest.advanceTimersByTimeAsync(1_000);
  expect(at).toEqual([0, 100, 300, 700, 950]);
});

test('a turn that finds something shortens the pauses again', async () => {
  const found = [Infinity, Infinity, 0, Infinity, Infinity];
  const { at } = startLoop(() => found.shift() ?? Infinity);
  await jest.advanceTimersByTimeAsync(800);
  expect(at).toEqual([0, 100, 300, 400, 500, 700]);
});

test('stirred in a long pause, its next turn comes after the usual one; woken, at once', async () => {
  const { loop, at } = startLoop(() => Infinity);
  await jest.advanceTimersByTimeAsync(1_600);
  loop.stir();
  loop.stir();
  await jest.advanceTimersByTimeAsync(50);
  loop.stir();
  await jest.advanceTimersByTimeAsync(1_000);
  expect(at).toEqual([0, 100, 300, 700, 1_500, 1_700, 1_800, 2_000, 2_400]);
  loop.wake();
  await jest.advanceTimersByTimeAsync(0);
  expect(at.at(-1)).toBe(2_650);
});

test('stirred during a turn that finds nothing, it looks again after the usual pause', async () => {
  const turns = aRun();
  const loop = aLoop(turns.run, { longestMilliseconds: 1_000 });
  loop.start();
  for (let turn = 0; turn < 3; turn++) {
    await jest.advanceTimersByTimeAsync(1_000);
    await turns.finish(Infinity);
  }
  await jest.advanceTimersByTimeAsync(1_000);
  loop.stir();
  await turns.finish(Infinity);
  const before = turns.begun();
  await jest.advanceTimersByTimeAsync(100);
  expect(turns.begun()).toBe(before + 1);
});

test('before its start, and after its end, nothing makes it run', async () => {
  const turns = aRun();
  const loop = aLoop(turns.run);
  loop.wake();
  loop.stir();
  await jest.advanceTimersByTimeAsync(1_000);
  await loop.end();
  loop.start();
  loop.wake();
  await jest.advanceTimersByTimeAsync(1_000);
  expect(turns.begun()).toBe(0);
});

test('an error is handed on and the loop lives, at its usual pace', async () => {
  const errors: unknown[] = [];
  let turns = 0;
  const fails = () => {
    turns++;
    return Promise.reject(new Error('down'));
  };
  const loop = aLoop(fails, { longestMilliseconds: 1_000, onError: (error) => errors.push(error) });
  loop.start();
  await jest.advanceTimersByTimeAsync(250);
  expect(turns).toBe(3);
  expect(errors).toHaveLength(3);
});

test('ending waits for the turn under way and begins no other', async () => {
  const turns = aRun();
  const loop = aLoop(turns.run);
  loop.start();
  await jest.advanceTimersByTimeAsync(0);
  let over = false;
  const ended = loop.end().then(() => {
    over = true;
  });
  await jest.advanceTimersByTimeAsync(1_000);
  expect(over).toBe(false);
  await turns.finish();
  await ended;
  loop.wake();
  await jest.advanceTimersByTimeAsync(1_000);
  expect(turns.begun()).toBe(1);
});
