import { boardPageSchema, boardSchema, type Board, type BoardRowDto } from '../../src/board/api-contract';
import { foldChanges } from '../../src/board/fold-changes';
import type { MonthStep } from '../../src/domain/board';
import { call, people, type ApiAnswer } from '../helpers/api-server';
import { nothing, useApiStage } from '../helpers/api-stage';
import { aBoard } from '../helpers/factories/board';
import { aBoardRow, aPair } from '../helpers/factories/pair';
import { aParticipant } from '../helpers/factories/participant';
import { aProgramme } from '../helpers/factories/programme';
import { aBookedSession } from '../helpers/factories/session';
import { seedMembership, seedProgramme } from '../helpers/test-ports';

const stage = useApiStage({ seed: nothing });
const manyPairs = 10_000;

const get = (path = '', headers: Readonly<Record<string, string>> = {}): Promise<ApiAnswer> =>
  call(stage.api, 'GET', `/programmes/passages/board${path}`, { token: stage.hr, headers });
const readFirst = async (): Promise<Board> => boardSchema.parse((await get()).body);
const readPage = async (id: string) => boardPageSchema.parse((await get(`/pages/${id}`)).body);

/** As long as rows get: ids of a directory, long names, a year. */
function aLongRow(index: number, months: readonly MonthStep[] = ['booked']) {
  const number = String(index).padStart(5, '0');
  return aBoardRow({
    pairId: index === 0 ? 'pair-1' : `01JD3S5X8Q${number}`,
    mentor: { id: `mentor-${number}-0000-4000-8000`, name: `Maëlle Prévost-Lagarde ${number}` },
    mentee: { id: `mentee-${number}-0000-4000-8000`, name: `Jean-Christophe Delaunay ${number}` },
    topics: ['generative-ai', 'prompting'],
    months: Array.from({ length: 6 }, (_, month) => months[month] ?? 'none'),
  });
}

/** A board of so many pairs, the first of which is there with everything a fold reads. */
async function seedPairs(count: number): Promise<void> {
  const rows = Array.from({ length: count }, (_, index) => aLongRow(index, index % 3 === 0 ? ['missed'] : ['booked']));
  await seedProgramme(stage.ports, 'passages', {
    programme: { programme: aProgramme() },
    participant: {
      p1: aParticipant({ id: 'p1', directoryId: people.mentor }),
      p2: aParticipant({ id: 'p2', directoryId: people.mentee }),
    },
    pair: { 'pair-1': aPair() },
    session: { 'pair-1|01': aBookedSession() },
    ...aBoard(rows),
  });
  await seedMembership(stage.ports, people.hr, {
    programmeId: 'passages',
    contacts: [{ id: 'administrator-1', role: 'administrator' }],
  });
}

/** Something happens to the pairs, and the tick folds it. */
async function fold(pairIds: readonly string[] = ['pair-1'], counts: Readonly<Record<string, number>> = {}) {
  const at = stage.api.programmeClock.at;
  const change = { at, id: stage.ports.ids.next(), what: 'test', by: 'system', correlationId: 'test', pairIds, counts };
  await stage.ports.programmes.commit('passages', [
    { op: 'insert', kind: 'change', key: `${at}|${change.id}`, value: change },
  ]);
  await foldChanges(stage.ports, 'passages', { now: at, correlationId: 'fold' });
}

/** A fold that changes a mentor's name in the first part from `key` on. */
async function renameIn(key: string, name: string): Promise<void> {
  const { programmes } = stage.ports;
  const head = await programmes.get('passages', 'board', 'head');
  const found = Object.keys(head?.value.parts ?? {})
    .sort()
    .find((one) => one >= key);
  const part = await programmes.get('passages', 'board-part', found ?? '');
  if (head === undefined || part === undefined) throw new Error('There is no board to change');
  const [first, ...rows] = part.value.rows;
  if (first === undefined) throw new Error('There is no row to change');
  const version = head.value.version + 1;
  const parts = { ...head.value.parts, [part.key]: version };
  const renamed = { ...first, mentor: { ...first.mentor, name } };
  const done = await programmes.commit('passages', [
    { op: 'replace', kind: 'board', key: 'head', etag: head.etag, value: { ...head.value, version, parts } },
    { op: 'replace', kind: 'board-part', key: part.key, etag: part.etag, value: { version, rows: [renamed, ...rows] } },
  ]);
  expect(done.ok).toBe(true);
}

function countByHealth(rows: readonly BoardRowDto[]): Record<string, number> {
  const counts: Record<string, number> = {
    'needs-a-time': 0,
    quiet: 0,
    'on-hold': 0,
    'on-track': 0,
    finished: 0,
    ended: 0,
  };
  for (const { health } of rows) counts[health] = (counts[health] ?? 0) + 1;
  return counts;
}

describe('The board of many pairs', () => {
  it('answers first with every figure and at most 100 KB of rows, for the storage calls of one pair', async () => {
    await seedPairs(1);
    await get();
    const small = { ...stage.ports.reads };
    await stage.renew();
    await seedPairs(manyPairs);
    const answer = await get();
    expect(stage.ports.reads).toEqual(small);
    expect(Buffer.byteLength(answer.text)).toBeLessThanOrEqual(100_000);
    const { pairs, rows } = boardSchema.parse(answer.body);
    expect(Object.values(pairs).reduce((sum, count) => sum + count, 0)).toBe(manyPairs);
    expect(rows.length).toBeGreaterThanOrEqual(50);
  });

  it('has each pair once in its answers, whose situations add up to the figures, on every day', async () => {
    await seedPairs(manyPairs);
    for (const at of ['2026-11-23T09:00:00.000Z', '2026-12-15T23:59:00.000Z', '2027-02-01T00:00:00.000Z']) {
      stage.api.programmeClock.at = at;
      const first = await readFirst();
      const rest = await Promise.all(first.pages.map(({ id }) => readPage(id)));
      expect(rest.map(({ tag }) => tag)).toEqual(first.pages.map(({ tag }) => tag));
      const rows = [...first.rows, ...rest.flatMap((page) => page.rows)];
      expect(new Set(rows.map(({ pairId }) => pairId)).size).toBe(manyPairs);
      expect(rows).toHaveLength(manyPairs);
      expect(first.pairs).toEqual(countByHealth(rows));
    }
  });

  it('sends of the rest only the page in which something changed', async () => {
    await seedPairs(2_500);
    const before = await readFirst();
    expect(before.pages.length).toBe(4);
    await fold();
    const after = await readFirst();
    const moved = after.pages.filter(({ id, tag }) => before.pages.find((page) => page.id === id)?.tag !== tag);
    expect([after.version, after.pages.length, moved.length]).toEqual([2, before.pages.length, 1]);
    const ranges = stage.ports.reads.ranges;
    const asked = await Promise.all(
      before.pages.map(async ({ id, tag }) => [
        id,
        (await get(`/pages/${id}`, { 'if-none-match': `"${tag}"` })).status,
      ]),
    );
    expect(asked.filter(([, status]) => status !== 304)).toEqual([[moved[0]?.id, 200]]);
    expect(stage.ports.reads.ranges).toBe(ranges + 1);
    const page = await readPage(moved[0]?.id ?? '');
    expect(page.rows.find(({ pairId }) => pairId === 'pair-1')?.mentor.id).toBe('p1');
  });

  it('moves no page’s tag where only a figure moved, or nothing that HR can see', async () => {
    await seedPairs(1_000);
    const before = await readFirst();
    await fold([], { 'proposals.asked': 1 });
    const after = await readFirst();
    expect([after.version, after.pages, after.rows]).toEqual([2, before.pages, before.rows]);
    await fold([], {});
    expect(await readFirst()).toEqual(after);
  });

  it.each(['the first answer', 'a page'])(
    'never mixes two versions: %s is read anew where a part is written between its reads',
    async (which) => {
      await seedPairs(1_000);
      const page = (await readFirst()).pages.at(-1)?.id ?? '';
      const path = which === 'a page' ? `/pages/${page}` : '';
      const { range } = stage.ports.programmes;
      const read = jest.spyOn(stage.ports.programmes, 'range').mockImplementationOnce(async (...asked) => {
        await renameIn(which === 'a page' ? page.slice(0, 2) : '00', 'Renommée');
        return range(...asked);
      });
      const answer = await get(path);
      expect(read).toHaveBeenCalledTimes(2);
      read.mockRestore();
      expect(answer.text).toContain('Renommée');
      expect(answer.body).toEqual((await get(path)).body);
    },
  );

  it('has no page of other bounds, so that nobody can ask for the whole at once', async () => {
    await seedPairs(1_000);
    for (const id of ['00-ff', '00-01', '..', 'x', '%00']) {
      const answer = await get(`/pages/${id}`);
      expect([id, answer.status]).toEqual([id, 404]);
    }
  });
});
