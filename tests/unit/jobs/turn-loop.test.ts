import { TurnLoop } from '../../../bot/jobs/turn-loop';

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

/** A run that ends when it is told to. */
function aRun(): { readonly run: () => Promise<void>; finish(): Promise<void>; readonly begun: () => number } {
  let begun = 0;
  let done: () => void = () => undefined;
  return {
    run: () => {
      begun++;
      return new Promise((resolve) => {
        done = resolve;
      });
    },
    async finish() {
      done();
      await jest.advanceTimersByTimeAsync(0);
    },
    begun: () => begun,
  };
}

test('a loop never runs twice at once, however slow a turn and however often it is woken', async () => {
  const turns = aRun();
  const loop = new TurnLoop(100, turns.run, () => undefined);
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
  const loop = new TurnLoop(100, turns.run, () => undefined);
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

test('an error is handed on and the loop lives', async () => {
  const errors: unknown[] = [];
  let turns = 0;
  const loop = new TurnLoop(
    100,
    () => {
      turns++;
      return Promise.reject(new Error('down'));
    },
    (error) => errors.push(error),
  );
  loop.start();
  await jest.advanceTimersByTimeAsync(250);
  expect(turns).toBe(3);
  expect(errors).toHaveLength(3);
});

test('ending waits for the turn under way and begins no other', async () => {
  const turns = aRun();
  const loop = new TurnLoop(100, turns.run, () => undefined);
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
