import { createFairQueue } from '../../../bot/teams/guard/fair-queue';

/** Work that ends when the test says so. */
function held(): { readonly work: () => Promise<string>; readonly end: (with_: string) => void } {
  let end: (with_: string) => void = () => undefined;
  const ended = new Promise<string>((resolve) => {
    end = resolve;
  });
  return { work: () => ended, end };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('the queue of tokens to check', () => {
  it('lets another sender wait for one of a flood, not for the flood', async () => {
    const queue = createFairQueue(1);
    const order: string[] = [];
    const note = (name: string) => async () => {
      order.push(name);
      await turn();
    };
    await Promise.all([
      ...Array.from({ length: 100 }, (_, index) => queue.run('flood', note(`flood ${String(index)}`))),
      queue.run('other', note('other')),
    ]);
    expect(order).toHaveLength(101);
    expect(order.indexOf('other')).toBeLessThanOrEqual(2);
  });

  it('runs so many at once and no more', async () => {
    const queue = createFairQueue(2);
    const pieces = [held(), held(), held()];
    const begun: number[] = [];
    const results = pieces.map((piece, index) =>
      queue.run(String(index), () => {
        begun.push(index);
        return piece.work();
      }),
    );
    await turn();
    expect(begun).toEqual([0, 1]);
    pieces[0]?.end('first');
    expect(await results[0]).toBe('first');
    await turn();
    expect(begun).toEqual([0, 1, 2]);
    pieces[1]?.end('second');
    pieces[2]?.end('third');
    expect(await Promise.all(results)).toEqual(['first', 'second', 'third']);
  });

  it('goes on after work that fails, and hands on its failure', async () => {
    const queue = createFairQueue(1);
    await expect(queue.run('a', () => Promise.reject(new Error('refused')))).rejects.toThrow('refused');
    expect(await queue.run('a', () => Promise.resolve('next'))).toBe('next');
  });
});
