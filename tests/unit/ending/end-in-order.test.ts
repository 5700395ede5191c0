import { EventEmitter } from 'node:events';
import { endInOrder, longestEnding } from '../../../bot/end-in-order';
import { createLog } from '../../../bot/log';

function aProcess(stop: () => Promise<void>) {
  const target = new EventEmitter();
  const exits: number[] = [];
  const lines: string[] = [];
  const log = createLog({ level: 'info', destination: { write: (line) => void lines.push(line) } });
  const stopped = jest.fn(stop);
  endInOrder(target, { log, stop: stopped, exit: (code) => void exits.push(code) });
  return { target, exits, lines, stopped };
}

const never = (): Promise<void> => new Promise(() => undefined);
const atOnce = (): Promise<void> => Promise.resolve();

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

describe('The process', () => {
  it('ends in order on a signal, and at once on a second', async () => {
    const calm = aProcess(atOnce);
    calm.target.emit('SIGTERM');
    await jest.advanceTimersByTimeAsync(0);
    expect(calm.exits).toEqual([0]);
    const hasty = aProcess(never);
    hasty.target.emit('SIGINT');
    expect(hasty.exits).toEqual([]);
    hasty.target.emit('SIGTERM');
    expect([hasty.exits, hasty.stopped.mock.calls.length]).toEqual([[1], 1]);
  });

  it.each(['uncaughtException', 'unhandledRejection'])(
    'after an %s tells where, never the words, and ends in order as failed',
    async (event) => {
      const { target, exits, lines, stopped } = aProcess(atOnce);
      target.emit(event, new TypeError('Zoé Martin said no'));
      target.emit(event, new TypeError('and again'));
      await jest.advanceTimersByTimeAsync(0);
      expect([exits, stopped.mock.calls.length, lines.length]).toEqual([[1], 1, 1]);
      expect(JSON.parse(lines[0]!)).toMatchObject({ event: 'crashed', reason: event, code: 'TypeError' });
      expect(lines[0]).not.toContain('Zoé');
    },
  );

  it('does not wait for ever for what does not end', async () => {
    const { target, exits } = aProcess(never);
    target.emit('uncaughtException', new Error('x'));
    await jest.advanceTimersByTimeAsync(longestEnding - 1);
    expect(exits).toEqual([]);
    await jest.advanceTimersByTimeAsync(1);
    expect(exits).toEqual([1]);
  });
});
