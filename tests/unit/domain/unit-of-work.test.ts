import { CodedError } from '../../../src/kernel/coded-error';
import { plusDays, plusMilliseconds } from '../../../src/kernel/clock';
import { readAll, withPrefix } from '../../../src/kernel/read-all';
import { unreachable } from '../../../src/kernel/result';
import { retryOnConflict, conflict, UnitOfWork } from '../../../src/domain/unit-of-work';
import { aPair } from '../../helpers/factories/pair';
import { memoryPorts } from '../../helpers/memory-ports';
import { put } from '../../helpers/stage';

const context = { now: '2027-01-11T09:00:00.000Z', correlationId: 'c' };

describe('A unit of work', () => {
  it('writes all or nothing', async () => {
    const ports = memoryPorts();
    await put(ports, 'p', 'pair', 'a', aPair());
    const stored = await ports.programmes.get('p', 'pair', 'a');
    if (stored === undefined) throw new Error('no pair');
    const unit = (): UnitOfWork =>
      new UnitOfWork(ports, 'p', context, 'system')
        .replace('pair', stored, aPair({ state: 'ended' }))
        .recordChange('x');
    expect(await unit().commit()).toBe(true);
    const after = JSON.stringify(ports.programmes.dump());
    expect(await unit().commit()).toBe(false);
    expect(JSON.stringify(ports.programmes.dump())).toBe(after);
  });

  it('depends on a row it holds, and writes it once where it changes it as well', async () => {
    const ports = memoryPorts();
    await put(ports, 'p', 'pair', 'a', aPair());
    const read = async () => (await ports.programmes.get('p', 'pair', 'a'))!;
    const unit = (): UnitOfWork => new UnitOfWork(ports, 'p', context, 'system');
    const first = await read();
    const ended = aPair({ state: 'ended' });
    expect(
      await unit()
        .requireUnchanged('pair', first)
        .replace('pair', first, ended)
        .requireUnchanged('pair', first)
        .recordChange('x')
        .commit(),
    ).toBe(true);
    expect((await read()).value).toEqual(ended);
    const second = await read();
    expect(await unit().requireUnchanged('pair', first).recordChange('y').commit()).toBe(false);
    expect(await unit().requireUnchanged('pair', first).replace('pair', second, aPair()).commit()).toBe(false);
    expect(await unit().requireUnchanged('pair', first).requireUnchanged('pair', second).commit()).toBe(false);
    expect(await unit().requireUnchanged('pair', second).recordChange('z').commit()).toBe(true);
    expect((await read()).value).toEqual(ended);
  });

  it('keeps every change it is told, each in a row of its own', async () => {
    const ports = memoryPorts();
    await new UnitOfWork(ports, 'p', context, 'system')
      .recordChange('a', { counts: { x: 1 } })
      .recordChange('b', { counts: { x: 2 } })
      .commit();
    expect(ports.programmes.dump().map((row) => (row.value as { what: string }).what)).toEqual(['a', 'b']);
  });

  it('tells the queue of long work after the commit, and not of what was not written', async () => {
    const ports = memoryPorts();
    const unit = new UnitOfWork(ports, 'p', context, 'system');
    unit.startJob('invite', 'x');
    expect(ports.notices).toEqual([]);
    await unit.commit();
    expect(ports.notices).toHaveLength(1);
    expect(await unit.commit()).toBe(false);
    expect(ports.notices).toHaveLength(1);
  });

  it('never queues a message for a moment that is past', async () => {
    const ports = memoryPorts();
    const say = (notBefore?: string) =>
      ({
        kind: 'pause-over',
        recipient: { to: 'channel' },
        subject: {},
        ...(notBefore === undefined ? {} : { notBefore }),
      }) as const;
    await new UnitOfWork(ports, 'p', context, 'system')
      .queueMessage(say())
      .queueMessage(say('2020-01-01T00:00:00.000Z'))
      .queueMessage(say('2027-02-01T00:00:00.000Z'))
      .commit();
    expect(ports.programmes.dump().map((row) => (row.value as { notBefore: string }).notBefore)).toEqual([
      context.now,
      context.now,
      '2027-02-01T00:00:00.000Z',
    ]);
  });
});

describe('A decision', () => {
  it('is taken anew after a conflict, five times at most', async () => {
    let runs = 0;
    expect(await retryOnConflict(() => Promise.resolve(++runs < 5 ? conflict : 'done'))).toBe('done');
    const always = jest.fn(() => Promise.resolve<typeof conflict>(conflict));
    await expect(retryOnConflict(always)).rejects.toMatchObject({ code: 'too-busy' });
    expect(always).toHaveBeenCalledTimes(5);
  });
});

describe('Reading all rows', () => {
  it('passes every page and stays inside its prefix', async () => {
    const ports = memoryPorts();
    for (let index = 0; index < 1_203; index++)
      await put(ports, 'p', 'pair', `a|${String(index).padStart(5, '0')}`, aPair());
    await put(ports, 'p', 'pair', 'b|1', aPair());
    const keys: string[] = [];
    for await (const row of readAll(ports.programmes, 'p', 'pair', withPrefix('a|'))) keys.push(row.key);
    expect([keys.length, new Set(keys).size, keys.includes('b|1')]).toEqual([1_203, 1_203, false]);
  });
});

test('time is counted in UTC, whatever the zone of the machine', () => {
  expect(process.env['TZ']).toBe('Asia/Kathmandu');
  expect(plusDays('2027-03-28T00:30:00.000Z', 1)).toBe('2027-03-29T00:30:00.000Z');
  expect(plusMilliseconds('2027-01-01T00:00:00.000Z', -1)).toBe('2026-12-31T23:59:59.999Z');
});

test('a case nobody thought of is an error with its value', () => {
  expect(() => unreachable({ card: 'new' } as never)).toThrow('{"card":"new"}');
  expect(new CodedError('code', 'words', { n: 1 })).toMatchObject({
    name: 'CodedError',
    code: 'code',
    details: { n: 1 },
  });
});
