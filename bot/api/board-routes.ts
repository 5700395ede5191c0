import { z } from 'zod';
import { boardPageSchema, boardSchema } from '../../src/board/api-contract';
import { exportBoard } from '../../src/board/export-board';
import { boardTag, readBoard, readBoardPage, readBoardTag, readPageTag } from '../../src/board/read-board';
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
      summary:
        'How many pairs are in which situation, the first rows with months, next session and health, and the pages of the rest. Answers 304 while nothing changed.',
      answer: boardSchema,
      handle: async ({ params, context: { now }, ifNoneMatch }) => {
        const programmeId = params['id'] ?? '';
        if (ifNoneMatch !== undefined) {
          const tag = await readBoardTag(ports, programmeId, now);
          if (tag.ok && namesTag(ifNoneMatch, tag.value)) return { status: 304, etag: tag.value };
        }
        const board = await readBoard(ports, programmeId, now);
        return board.ok ? answered(board.value, boardTag(board.value.version, now)) : refuse(board.reason);
      },
    }),
    endpoint({
      name: 'board-page-read',
      summary:
        'The rows of one page of the board. Answers 304 while none of them changed, and not-found once the board is divided in another way.',
      answer: boardPageSchema,
      handle: async ({ params, context: { now }, ifNoneMatch }) => {
        const [programmeId = '', pageId = ''] = [params['id'], params['pageId']];
        if (ifNoneMatch !== undefined) {
          const tag = await readPageTag(ports, programmeId, pageId, now);
          if (tag.ok && namesTag(ifNoneMatch, tag.value)) return { status: 304, etag: tag.value };
        }
        const page = await readBoardPage(ports, programmeId, pageId, now);
        return page.ok ? answered(page.value, page.value.tag) : refuse(page.reason);
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
        const { rows, months, timeZone } = taken.value;
        const text = boardCsv(rows, { language: query.language ?? language, months, timeZone });
        return {
          status: 200,
          file: {
            name: `${programmeId}-${context.now.slice(0, 10)}.csv`,
            type: 'text/csv; charset=utf-8',
            content: text,
          },
        };
      },
    }),
  ];
}
