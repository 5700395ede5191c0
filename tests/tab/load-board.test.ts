import type { BoardRowDto } from '../../src/board/api-contract';
import type { Answer, ApiClient, Call } from '../../tab/api/api-client';
import type { Snapshot } from '../../tab/api/resource-store';
import { createBoardLoad, type ArrivingBoard } from '../../tab/pages/pairs/load-board';
import { boardInPages } from './stage/fixtures';

const path = '/programmes/regards/board';
const signal = new AbortController().signal;
const nothing: Snapshot<ArrivingBoard> = { settled: false };

/** An API with a board in three pages; each answer may be changed before it goes out. */
function anApi() {
  const { first, pages } = boardInPages(460, 100);
  const asked: string[] = [];
  const board = { first, pages: new Map(pages.map((page, index) => [`page-${index}`, page])) };
  const api = {
    asked,
    board,
    /** Called before an answer of this path goes out. */
    before: (_path: string): void => undefined,
    refusal: undefined as { readonly path: string; readonly code: 'not-found' | 'storage-unavailable' } | undefined,
    client: {
      send<T>({ path: wanted, headers }: Call<T>): Promise<Answer<T>> {
        const part = wanted.slice(path.length);
        asked.push(part);
        api.before(part);
        if (api.refusal?.path === part)
          return Promise.resolve({ kind: 'problem', problem: { code: api.refusal.code } });
        const etag = `"${board.first.version}"`;
        if (part === '' && headers?.['if-none-match'] === etag) return Promise.resolve({ kind: 'unchanged' });
        if (part === '') return Promise.resolve({ kind: 'value', value: board.first as T, etag });
        return Promise.resolve({ kind: 'value', value: board.pages.get(part.slice('/pages/'.length)) as T });
      },
      file: () => Promise.reject(new Error('not asked for')),
    } satisfies ApiClient,
    /** A fold that moves a pair of one page: its rows come with another tag. */
    move(id: string, version: number): void {
      const tag = `${version}.2027-02-16`;
      const page = board.pages.get(id);
      if (page === undefined) throw new Error(`There is no ${id}`);
      board.pages.set(id, { tag, rows: page.rows.map((row) => ({ ...row, startedAt: '2027-01-01T09:00:00.000Z' })) });
      const named = board.first.pages.map((one) => (one.id === id ? { id, tag } : one));
      board.first = { ...board.first, version, pages: named };
    },
  };
  return api;
}

async function loaded(api: ReturnType<typeof anApi>, shown = nothing) {
  const load = createBoardLoad(api.client, path);
  const seen: ArrivingBoard[] = [];
  const answer = await load(signal, shown, (value) => seen.push(value));
  return { load, seen, answer };
}

function valueOf(answer: Answer<ArrivingBoard>): ArrivingBoard {
  if (answer.kind !== 'value') throw new Error(`The board answered ${answer.kind}`);
  return answer.value;
}

describe('a board that arrives', () => {
  it('shows the first rows with all figures at once, and more with each page', async () => {
    const { seen, answer } = await loaded(anApi());
    expect(seen.map(({ rows, total, whole }) => [rows.length, total, whole])).toEqual([
      [160, 460, false],
      [260, 460, false],
      [360, 460, false],
    ]);
    expect([valueOf(answer).rows.length, valueOf(answer).whole]).toEqual([460, true]);
  });

  it('asks, once something moved, for no page but the moved one, and shows the old whole until then', async () => {
    const api = anApi();
    const { load, answer } = await loaded(api);
    api.move('page-1', 32);
    api.asked.length = 0;
    const show = jest.fn();
    const again = await load(signal, { value: valueOf(answer), etag: '"31"', settled: true }, show);
    expect(api.asked).toEqual(['', '/pages/page-1']);
    expect(show).not.toHaveBeenCalled();
    expect(valueOf(again).rows.filter(({ startedAt }) => startedAt.startsWith('2027-01-01'))).toHaveLength(100);
  });

  it('asks for nothing more while nothing moved', async () => {
    const api = anApi();
    const { load, answer } = await loaded(api);
    api.asked.length = 0;
    const again = await load(signal, { value: valueOf(answer), etag: '"31"', settled: true }, jest.fn());
    expect([again, api.asked]).toEqual([{ kind: 'unchanged' }, ['']]);
  });

  it('begins again where the board moves between two pages, and never has rows of two versions', async () => {
    const api = anApi();
    api.before = (part) => {
      // Both pages move at once: one is here already, the other is on its way.
      if (part !== '/pages/page-1' || api.board.first.version !== 31) return;
      api.move('page-0', 32);
      api.move('page-1', 32);
    };
    const { seen, answer } = await loaded(api);
    expect(api.asked).toEqual(['', '/pages/page-0', '/pages/page-1', '', '/pages/page-0', '/pages/page-2']);
    const ofMovedPages = ({ pairId }: BoardRowDto): boolean => {
      const number = Number(pairId.slice('pair-'.length));
      return number >= 160 && number < 360;
    };
    for (const { rows } of [...seen, valueOf(answer)]) {
      const versions = new Set(rows.filter(ofMovedPages).map(({ startedAt }) => startedAt));
      expect(versions.size).toBeLessThanOrEqual(1);
    }
    expect(valueOf(answer).rows.filter(({ startedAt }) => startedAt.startsWith('2027-01-01'))).toHaveLength(200);
  });

  it('begins again where the board is divided in another way by now', async () => {
    const api = anApi();
    api.refusal = { path: '/pages/page-2', code: 'not-found' };
    api.before = (part) => {
      if (part === '' && api.asked.length > 1) api.refusal = undefined;
    };
    const { answer } = await loaded(api);
    expect(valueOf(answer).whole).toBe(true);
    expect(api.asked.slice(-2)).toEqual(['', '/pages/page-2']);
  });

  it('tells a refusal of a page, and goes on from what is here with the next refresh', async () => {
    const api = anApi();
    api.refusal = { path: '/pages/page-1', code: 'storage-unavailable' };
    const { load, seen, answer } = await loaded(api);
    expect(answer).toEqual({ kind: 'problem', problem: { code: 'storage-unavailable' } });
    const here = seen.at(-1);
    if (here === undefined) throw new Error('Nothing was shown');
    api.refusal = undefined;
    api.asked.length = 0;
    expect(valueOf(await load(signal, { value: here, settled: true }, jest.fn())).whole).toBe(true);
    expect(api.asked).toEqual(['', '/pages/page-1', '/pages/page-2']);
  });

  it('gives way where the board never stands still, and keeps what is shown', async () => {
    const api = anApi();
    let version = 31;
    api.before = (part) => {
      if (part === '') return;
      version++;
      for (const id of api.board.pages.keys()) api.move(id, version);
    };
    const { seen, answer } = await loaded(api);
    expect(answer).toEqual({ kind: 'cancelled' });
    expect(seen.length).toBeGreaterThan(0);
    expect(api.asked.filter((part) => part === '')).toHaveLength(4);
  });
});
