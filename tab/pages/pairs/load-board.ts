import {
  boardPageSchema,
  boardSchema,
  type Board,
  type BoardPageDto,
  type BoardRowDto,
} from '../../../src/board/api-contract';
import type { Answer, ApiClient } from '../../api/api-client';
import type { Load } from '../../api/resource-store';

/** The board as far as it is here: all of one version, never rows of two. */
export interface ArrivingBoard extends Pick<Board, 'foldedAt' | 'pairs'> {
  /** How many pairs there are, whether or not their rows are here. */
  readonly total: number;
  readonly rows: readonly BoardRowDto[];
  /** Whether every page is here. */
  readonly whole: boolean;
}

/** How often a load begins again because the board moved meanwhile; after that what is here waits for the next refresh. */
const mostBeginnings = 4;

/**
 * Loads a board: its first screen, then page after page. A page that is held with the tag that the board names is not asked for again; one
 * that comes with another tag is of a later version, with which the load begins again. What is shown whole stays until the next is whole.
 */
export function createBoardLoad(client: ApiClient, path: string): Load<ArrivingBoard> {
  const held = new Map<string, BoardPageDto>();

  async function loadPage(id: string, signal: AbortSignal): Promise<Answer<BoardPageDto>> {
    const answer = await client.send({ path: `${path}/pages/${id}`, schema: boardPageSchema, signal });
    if (answer.kind === 'value') held.set(id, answer.value);
    return answer;
  }

  return async (signal, shown, show) => {
    for (let beginning = 0; beginning < mostBeginnings; beginning++) {
      const first = await client.send({
        path,
        schema: boardSchema,
        signal,
        ...(shown.etag === undefined ? {} : { headers: { 'if-none-match': shown.etag } }),
      });
      if (first.kind !== 'value') return first;
      const board = first.value;
      forgetOthers(held, board);
      for (;;) {
        const missing = board.pages.find(({ id, tag }) => held.get(id)?.tag !== tag);
        if (missing === undefined) return { ...first, value: arrived(board, held) };
        if (shown.value?.whole !== true) show(arrived(board, held));
        const page = await loadPage(missing.id, signal);
        if (page.kind === 'problem' && page.problem.code !== 'not-found') return page;
        if (page.kind === 'cancelled') return page;
        // Another tag, or no such page any more: the board is of another version by now.
        if (page.kind !== 'value' || page.value.tag !== missing.tag) break;
      }
    }
    return { kind: 'cancelled' };
  };
}

function forgetOthers(held: Map<string, BoardPageDto>, board: Board): void {
  const named = new Set(board.pages.map(({ id }) => id));
  for (const id of held.keys()) if (!named.has(id)) held.delete(id);
}

function arrived({ foldedAt, pairs, rows, pages }: Board, held: ReadonlyMap<string, BoardPageDto>): ArrivingBoard {
  const here = pages.flatMap(({ id, tag }) => {
    const page = held.get(id);
    return page?.tag === tag ? [page] : [];
  });
  return {
    ...(foldedAt === undefined ? {} : { foldedAt }),
    pairs,
    total: Object.values(pairs).reduce((sum, count) => sum + count, 0),
    rows: [...rows, ...here.flatMap((page) => page.rows)],
    whole: here.length === pages.length,
  };
}
