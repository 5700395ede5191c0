import { createHash } from 'node:crypto';
import { findPart } from '../../../src/board/find-part';
import { moveHealth } from '../../../src/board/count-health';
import type { BoardHead, BoardPart, BoardRow } from '../../../src/domain/board';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The rows of a board that folding the pairs' changes at once leaves behind, for `seedProgramme`. */
export function aBoard(
  rows: readonly BoardRow[],
  head: Partial<BoardHead> = {},
): { readonly board: { readonly head: BoardHead }; readonly 'board-part': Readonly<Record<string, BoardPart>> } {
  const version = head.version ?? 1;
  const parts: Record<string, BoardPart> = {};
  for (const row of rows) {
    const key = findPart({ sha256 }, row.pairId);
    parts[key] = { version, rows: [...(parts[key]?.rows ?? []), row] };
  }
  return {
    board: {
      head: {
        version,
        parts: Object.fromEntries(Object.keys(parts).map((key) => [key, version])),
        foldedAt: '2026-11-23T08:59:00.000Z',
        counts: {},
        healthByDay: moveHealth({}, { gone: [], come: rows }),
        ...head,
      },
    },
    'board-part': parts,
  };
}
