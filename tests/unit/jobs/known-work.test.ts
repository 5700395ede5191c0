import fc from 'fast-check';
import { KnownWork } from '../../../bot/jobs/known-work';
import { pendingWork } from '../../../bot/jobs/pending-work';
import { plusMilliseconds } from '../../../src/kernel/clock';
import type { Write } from '../../../src/kernel/row-store';
import { dueKey, type DueWork } from '../../../src/domain/due-work';
import type { ProgrammeRows, ProgrammeStore } from '../../../src/domain/rows';
import { memoryPorts, type MemoryPorts } from '../../helpers/memory-ports';

const start = '2026-11-23T09:00:00.000Z';
const at = (minutes: number): string => plusMilliseconds(start, minutes * 60_000);
const programmeIds = ['passages', 'regards'];

type WorkKind = 'due' | 'projection' | 'change' | 'queued' | 'card-edit' | 'job';
type Row = Extract<Write<ProgrammeRows>, { readonly op: 'insert'; readonly kind: WorkKind }>;

/** A row that waits from this minute on; only what tells when is in it. */
function aRow(kind: WorkKind, minute: number, id: number): Row {
  const moment = at(minute);
  const key = `${moment}|${String(id)}`;
  const due: DueWork = {
    kind: 'renewal-settle',
    at: moment,
    ref: `pair-${String(id)}`,
    occurrence: '',
    correlationId: 'c',
  };
  const state = minute % 2 === 0 ? 'done' : 'failed';
  if (kind === 'due') return { op: 'insert', kind, key: dueKey(due), value: due };
  return { op: 'insert', kind, key, value: kind === 'job' ? { state } : { notBefore: moment } } as Row;
}

async function tenantOf(): Promise<MemoryPorts> {
  const ports = memoryPorts();
  for (const key of programmeIds)
    await ports.tenants.commit('tenant', [{ op: 'insert', kind: 'entry', key, value: { name: {} } as never }]);
  return ports;
}

/** Everything the row kinds of the background have; a row is there once. */
const waiting = fc.uniqueArray(
  fc.record({
    kind: fc.constantFrom('due', 'projection', 'change', 'queued', 'card-edit', 'job'),
    minute: fc.integer({ min: -3, max: 3 }),
    id: fc.integer({ min: 0, max: 30 }),
    programmeId: fc.constantFrom(...programmeIds),
    isThere: fc.boolean(),
    isDone: fc.boolean(),
  }),
  { selector: ({ kind, id, programmeId }) => `${kind}${String(id)}${programmeId}`, maxLength: 12 },
);

describe('What a process that is alone on its storage knows to wait', () => {
  it('is what the storage tells, whatever lay there before and is written and done since', () =>
    fc.assert(
      fc.asyncProperty(waiting, async (all) => {
        const ports = await tenantOf();
        const known = new KnownWork();
        const store = known.watch(ports.programmes);
        const rows = all.map((one) => ({ ...one, row: aRow(one.kind, one.minute, one.id) }));
        for (const { programmeId, row } of rows.filter(({ isThere }) => isThere))
          await ports.programmes.commit(programmeId, [row]);
        await known.pending(ports, at(0));
        for (const { programmeId, row } of rows.filter(({ isThere }) => !isThere))
          await store.commit(programmeId, [row]);
        for (const { programmeId, row } of rows.filter(({ isDone }) => isDone)) await take(store, programmeId, row);
        expect(await known.pending(ports, at(0))).toEqual(await pendingWork(ports, at(0)));
        const parts = await Promise.all(
          (['tick', 'lane', 'work'] as const).map((part) => known.waitsFor(part, ports, at(0))),
        );
        expect(parts.includes(true)).toBe((await pendingWork(ports, at(0))).now);
      }),
    ));

  it('is read anew where nobody knows whether a write was done', async () => {
    const ports = await tenantOf();
    const known = new KnownWork();
    const broken: ProgrammeStore = {
      ...ports.programmes,
      commit: async (partition, writes) => {
        await ports.programmes.commit(partition, writes);
        throw new Error('the answer was lost');
      },
    };
    expect((await known.pending(ports, at(0))).now).toBe(false);
    await expect(known.watch(broken).commit('passages', [aRow('due', -1, 1)])).rejects.toThrow('lost');
    expect(await known.waitsFor('tick', ports, at(0))).toBe(true);
    expect(await known.waitsFor('lane', ports, at(0))).toBe(false);
  });

  it('is read anew where it is doubted', async () => {
    const ports = await tenantOf();
    const known = new KnownWork();
    await known.pending(ports, at(0));
    await ports.programmes.commit('passages', [aRow('job', -1, 1)]);
    expect(await known.waitsFor('work', ports, at(0))).toBe(false);
    known.doubt();
    expect(await known.waitsFor('work', ports, at(0))).toBe(true);
  });

  it('is the same for all who ask while it is read', async () => {
    const ports = await tenantOf();
    await ports.programmes.commit('passages', [aRow('due', -1, 1)]);
    const known = new KnownWork();
    const answers = await Promise.all([known.pending(ports, at(0)), known.pending(ports, at(0))]);
    expect(answers).toEqual([{ now: true }, { now: true }]);
  });

  it('is what was written while it was read, not what had been read before', async () => {
    const ports = await tenantOf();
    await ports.programmes.commit('passages', [aRow('due', -1, 1)]);
    const known = new KnownWork();
    const store = known.watch(ports.programmes);
    const slow: ProgrammeStore = {
      ...ports.programmes,
      range: async (partition, kind, query) => {
        const page = await ports.programmes.range(partition, kind, query);
        if (page.rows.length > 0) await take(store, 'passages', aRow('due', -1, 1));
        return page;
      },
    };
    expect(await known.pending({ ...ports, programmes: slow }, at(0))).toEqual({ now: false });
  });

  it('takes no note of what was refused', async () => {
    const ports = await tenantOf();
    const known = new KnownWork();
    const store = known.watch(ports.programmes);
    await known.pending(ports, at(0));
    await store.commit('passages', [aRow('queued', -1, 1)]);
    await take(store, 'passages', aRow('queued', -1, 1));
    const gone = { op: 'delete', kind: 'queued', key: aRow('queued', -1, 1).key, etag: 'other' } as const;
    expect((await store.commit('passages', [gone, aRow('change', 0, 2)])).ok).toBe(false);
    expect(await known.pending(ports, at(0))).toEqual({ now: false });
  });
});

async function take(store: ProgrammeStore, programmeId: string, { kind, key }: Row): Promise<void> {
  const { etag } = (await store.get(programmeId, kind, key))!;
  expect((await store.commit(programmeId, [{ op: 'delete', kind, key, etag }])).ok).toBe(true);
}
