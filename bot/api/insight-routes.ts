import { z } from 'zod';
import { readBoardReport } from '../../src/hr-page/read-board-report';
import { exportFigures } from '../../src/insight/export-figures';
import { readResults } from '../../src/insight/read-results';
import { resultsSchema } from '../../src/insight/results-contract';
import { languages } from '../../src/language/languages';
import type { ApiDeps } from './api-deps';
import { answered, endpoint, refuse, type Endpoint } from './endpoint';
import { resultsCsv } from './results-csv';

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const reportType = 'application/pdf';
const fileQuery = z.object({ language: z.enum(languages).optional() });

/** What is told of all answers of a programme, as a page and as files. */
export function insightRoutes({ ports, writeResultsWorkbook, writeBoardReport }: ApiDeps): readonly Endpoint[] {
  return [
    endpoint({
      name: 'results-read',
      summary:
        'The frozen figures of every round that has closed, and what can be expected before. What is hidden is left out, without a cause.',
      answer: resultsSchema,
      handle: async ({ params, context: { now } }) => {
        const results = await readResults(ports, params['id'] ?? '', now);
        return results.ok ? answered(results.value) : refuse(results.reason);
      },
    }),
    endpoint({
      name: 'results-csv',
      summary: 'The same figures as a CSV file for a spreadsheet, one a line.',
      query: fileQuery,
      handle: async ({ params, query, language, context }) => {
        const programmeId = params['id'] ?? '';
        const taken = await exportFigures(ports, programmeId, context.now);
        if (!taken.ok) return refuse(taken.reason);
        return {
          status: 200,
          file: {
            name: `${programmeId}-results-${context.now.slice(0, 10)}.csv`,
            type: 'text/csv; charset=utf-8',
            content: resultsCsv(taken.value, query.language ?? language),
          },
        };
      },
    }),
    endpoint({
      name: 'results-xlsx',
      summary: 'The same figures as an XLSX workbook, with what each column means.',
      query: fileQuery,
      fileType: workbookType,
      handle: async ({ params, query, language, context: { now } }) => {
        const programmeId = params['id'] ?? '';
        const taken = await exportFigures(ports, programmeId, now);
        if (!taken.ok) return refuse(taken.reason);
        return {
          status: 200,
          file: {
            name: `${programmeId}-results-${now.slice(0, 10)}.xlsx`,
            type: workbookType,
            content: await writeResultsWorkbook(taken.value, { language: query.language ?? language, now }),
          },
        };
      },
    }),
    endpoint({
      name: 'board-report',
      summary:
        'A PDF of one page for the board: counts, objectives, changes with their intervals. What is hidden is not in it.',
      query: fileQuery,
      fileType: reportType,
      handle: async ({ params, query, language, context: { now } }) => {
        const programmeId = params['id'] ?? '';
        const report = await readBoardReport(ports, programmeId, now);
        if (!report.ok) return refuse(report.reason);
        return {
          status: 200,
          file: {
            name: `${programmeId}-report-${now.slice(0, 10)}.pdf`,
            type: reportType,
            content: await writeBoardReport(report.value, { language: query.language ?? language, now }),
          },
        };
      },
    }),
  ];
}
