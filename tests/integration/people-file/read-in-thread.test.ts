import { monitorEventLoopDelay } from 'node:perf_hooks';
import { createPeopleFileThread } from '../../../bot/workers/people-file-thread';
import type { PeopleFile } from '../../../src/people-file/read-people-file';

const file = (csv: string): PeopleFile => ({ bytes: Buffer.from(csv), fileName: 'people.csv', today: '2027-01-12' });
const people = (count: number): PeopleFile =>
  file(
    `id;name;role;goals\n${Array.from({ length: count }, (_, at) => `E${String(at)};Ada;mentee;jardin ${String(at)}, Excel\n`).join('')}`,
  );
const silent = (error: unknown): void => {
  throw error;
};
const usual = { heapMegabytes: 256, milliseconds: 60_000, waiting: 3 };

describe('a file of people is read in a thread', () => {
  it('that tells who is in it and by which columns, while the server goes on', async () => {
    const delay = monitorEventLoopDelay({ resolution: 5 });
    delay.enable();
    const read = await createPeopleFileThread(silent, usual)(people(3_000));
    delay.disable();
    expect(read.ok && [read.value.mapped.people.length, read.value.mapped.named.has('e2999')]).toEqual([3_000, true]);
    expect(read.ok && read.value.columns.headers).toEqual(['id', 'name', 'role', 'goals']);
    expect(delay.max / 1e6).toBeLessThan(200);
  });

  it('that is stopped where it takes too long, and the next file is read', async () => {
    const read = createPeopleFileThread(silent, { ...usual, milliseconds: 1 });
    expect(await read(people(5))).toEqual({ ok: false, reason: 'file-took-too-long' });
    expect(await read(people(5))).toEqual({ ok: false, reason: 'file-took-too-long' });
  });

  it('that is stopped where it takes too much memory', async () => {
    const read = createPeopleFileThread(silent, { ...usual, heapMegabytes: 24 });
    expect(await read(people(40_000))).toEqual({ ok: false, reason: 'file-too-much-memory' });
  });

  it('one file at a time: another waits, and one too many is told to come again', async () => {
    const read = createPeopleFileThread(silent, { ...usual, waiting: 1 });
    const answers = await Promise.all([read(people(3)), read(people(2)), read(people(1))]);
    expect(answers.map((answer) => (answer.ok ? answer.value.mapped.people.length : answer.reason))).toEqual([
      3,
      2,
      'file-busy',
    ]);
  });
});
