import { z } from 'zod';
import { boardSchema } from '../../src/board/api-contract';
import { exportBoard } from '../../src/board/export-board';
import { boardVersion, readBoard } from '../../src/board/read-board';
import type { ApiDeps } from './api-deps';
import { boardCsv } from './board-csv';
import { answered, endpoint, refuse, type Endpoint } from './endpoint';
import { namesTag } from './entity-tag';
import { languages } from '../../src/language/languages';

/** HR's board of pairs, as a page and as a file. */
export function boardRoutes({ ports }: ApiDeps): readonly Endpoint[] {
  return [
    endpoint({
      name: 'board-read',
      summary: 'Every pair with its months, next session and health. Answers 304 while nothing changed.',
      answer: boardSchema,
      handle: async ({ params, context, ifNoneMatch }) => {
        const version = await boardVersion(ports, params['id'] ?? '', context.now);
        if (!version.ok) return refuse(version.reason);
        if (namesTag(ifNoneMatch, version.value)) return { status: 304, etag: version.value };
        const board = await readBoard(ports, params['id'] ?? '', context.now);
        return board.ok ? answered(board.value, version.value) : refuse(board.reason);
      },
    }),
    endpoint({
      name: 'board-csv',
      summary: 'The board as a CSV file for a spreadsheet; that it was taken is recorded.',
      query: z.object({ language: z.enum(languages).optional() }),
      handle: async ({ params, query, language, actor, context }) => {
        const programmeId = params['id'] ?? '';
        const taken = await exportBoard(ports, programmeId, actor, context);
        if (!taken.ok) return refuse(taken.reason);
        const { board, months, timeZone } = taken.value;
        const text = boardCsv(board.rows, { language: query.language ?? language, months, timeZone });
        return {
          status: 200,
          file: {
            name: `${programmeId}-${context.now.slice(0, 10)}.csv`,
            type: 'text/csv; charset=utf-8',
            text,
          },
        };
      },
    }),
  ];
}
