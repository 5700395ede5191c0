import { z } from 'zod';
import { readBoardReport } from '../../src/hr-page/read-board-report';
import { progressSchema } from '../../src/hr-page/progress-api-contract';
import { readSteering } from '../../src/hr-page/read-steering';
import { steeringSchema } from '../../src/hr-page/steering-api-contract';
import { readProgress } from '../../src/hr-page/read-progress';
import { exportFigures } from '../../src/insight/export-figures';
import { readResults } from '../../src/insight/read-results';
import { dropCuts } from '../../src/insight/drop-cuts';
import { toldCommentsSchema, type ToldComments } from '../../src/insight/comments-contract';
import type { ProgrammeRoles } from '../../src/member/roles';
import { resultsSchema } from '../../src/insight/results-contract';
import { languages } from '../../src/language/languages';
import type { ApiDeps } from './api-deps';
import { answered, endpoint, refuse, type Endpoint } from './endpoint';
import { progressCsv } from './progress-csv';
import { resultsCsv } from './results-csv';

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const reportType = 'application/pdf';
const fileQuery = z.object({ language: z.enum(languages).optional() });

/** What is told of all answers of a programme, as a page and as files. */
export function insightRoutes({
  ports,
  readToldComments,
  writeResultsWorkbook,
  writeBoardReport,
  writeSteeringReport,
}: ApiDeps): readonly Endpoint[] {
  /** Comments are HR's to read: a sponsor takes the same file without them. */
  const commentsFor = ({ administrator }: ProgrammeRoles, programmeId: string) =>
    administrator ? readToldComments(programmeId) : Promise.resolve([]);
  return [
    endpoint({
      name: 'results-read',
      summary:
        'The frozen figures of every round that has closed, and what can be expected before; to the sponsor without groups that share an attribute. What is hidden is left out, without a cause.',
      answer: resultsSchema,
      handle: async ({ params, roles, context: { now } }) => {
        const results = await readResults(ports, params['id'] ?? '', now);
        if (!results.ok) return refuse(results.reason);
        return answered(roles.administrator ? results.value : dropCuts(results.value));
      },
    }),
    endpoint({
      name: 'progress-read',
      summary:
        'What pairs have come to in counts: sessions held by month against those planned, topics, from where to where one learns, pairs that are over. To the sponsor no count under five.',
      answer: progressSchema,
      handle: async ({ params, roles, context: { now } }) => {
        const reader = roles.administrator ? 'administrator' : 'sponsor';
        const progress = await readProgress(ports, params['id'] ?? '', { reader, now });
        return progress.ok ? answered(progress.value) : refuse(progress.reason);
      },
    }),
    endpoint({
      name: 'comments-read',
      summary:
        'What people wrote in surveys, of each question of a round that ten of them answered: shuffled, names masked, never cut. Of any other nothing.',
      answer: toldCommentsSchema,
      handle: async ({ params }) =>
        answered({ blocks: [...(await readToldComments(params['id'] ?? ''))] } satisfies ToldComments),
    }),
    endpoint({
      name: 'progress-csv',
      summary: 'The same counts as a CSV file for a spreadsheet, one a line.',
      query: fileQuery,
      handle: async ({ params, query, language, roles, context: { now } }) => {
        const programmeId = params['id'] ?? '';
        const reader = roles.administrator ? 'administrator' : 'sponsor';
        const progress = await readProgress(ports, programmeId, { reader, now });
        if (!progress.ok) return refuse(progress.reason);
        return {
          status: 200,
          file: {
            name: `${programmeId}-progress-${now.slice(0, 10)}.csv`,
            type: 'text/csv; charset=utf-8',
            content: progressCsv(progress.value, query.language ?? language),
          },
        };
      },
    }),
    endpoint({
      name: 'results-csv',
      summary: 'The same figures as a CSV file for a spreadsheet, one a line, and for HR a line for each comment.',
      query: fileQuery,
      handle: async ({ params, query, language, roles, context }) => {
        const programmeId = params['id'] ?? '';
        const taken = await exportFigures(ports, programmeId, {
          now: context.now,
          cuts: roles.administrator,
        });
        if (!taken.ok) return refuse(taken.reason);
        const comments = await commentsFor(roles, programmeId);
        return {
          status: 200,
          file: {
            name: `${programmeId}-results-${context.now.slice(0, 10)}.csv`,
            type: 'text/csv; charset=utf-8',
            content: resultsCsv({ ...taken.value, comments }, query.language ?? language),
          },
        };
      },
    }),
    endpoint({
      name: 'results-xlsx',
      summary: 'The same figures as an XLSX workbook, with what each column means, and for HR the comments.',
      query: fileQuery,
      fileType: workbookType,
      handle: async ({ params, query, language, roles, context: { now } }) => {
        const programmeId = params['id'] ?? '';
        const taken = await exportFigures(ports, programmeId, { now, cuts: roles.administrator });
        if (!taken.ok) return refuse(taken.reason);
        const comments = await commentsFor(roles, programmeId);
        const about = { language: query.language ?? language, now };
        return {
          status: 200,
          file: {
            name: `${programmeId}-results-${now.slice(0, 10)}.xlsx`,
            type: workbookType,
            content: await writeResultsWorkbook({ ...taken.value, comments }, about),
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
    endpoint({
      name: 'steering-read',
      summary:
        'A month for whoever runs the programme, in the language asked for: decisions wanted, hours held against those planned, where each target stands.',
      answer: steeringSchema,
      handle: async ({ params, language, context: { now } }) => {
        const steering = await readSteering(ports, params['id'] ?? '', { language, now });
        return steering.ok ? answered(steering.value) : refuse(steering.reason);
      },
    }),
    endpoint({
      name: 'steering-report',
      summary: 'The same as a PDF.',
      query: fileQuery,
      fileType: reportType,
      handle: async ({ params, query, language, context: { now } }) => {
        const programmeId = params['id'] ?? '';
        const about = { language: query.language ?? language, now };
        const steering = await readSteering(ports, programmeId, about);
        if (!steering.ok) return refuse(steering.reason);
        return {
          status: 200,
          file: {
            name: `${programmeId}-steering-${now.slice(0, 10)}.pdf`,
            type: reportType,
            content: await writeSteeringReport(steering.value, about),
          },
        };
      },
    }),
  ];
}
