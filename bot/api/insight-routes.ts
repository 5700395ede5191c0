import { z } from 'zod';
import { readBoardReport } from '../../src/hr-page/read-board-report';
import { progressSchema } from '../../src/hr-page/progress-api-contract';
import { readSteering } from '../../src/hr-page/read-steering';
import { steeringSchema } from '../../src/hr-page/steering-api-contract';
import { listMovesLines } from '../../src/hr-page/list-moves-lines';
import { listPilotLines } from '../../src/hr-page/list-pilot-lines';
import { pilotSchema } from '../../src/hr-page/pilot-api-contract';
import { readMoves } from '../../src/hr-page/read-moves';
import { readPilot } from '../../src/hr-page/read-pilot';
import { readProgress, type ProgressReader } from '../../src/hr-page/read-progress';
import { exportFigures, type ResultsFile } from '../../src/insight/export-figures';
import { readResults } from '../../src/insight/read-results';
import { dropCuts } from '../../src/insight/drop-cuts';
import { toldCommentsSchema, type ToldComments } from '../../src/insight/comments-contract';
import type { ProgrammeRoles } from '../../src/member/roles';
import { resultsSchema } from '../../src/insight/results-contract';
import type { Instant } from '../../src/kernel/clock';
import { ok, type Result } from '../../src/kernel/result';
import { languages, type Language } from '../../src/language/languages';
import type { ApiDeps } from './api-deps';
import { answered, endpoint, refuse, type Endpoint } from './endpoint';
import { progressCsv } from './progress-csv';
import { resultsCsv } from './results-csv';

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const reportType = 'application/pdf';
const fileQuery = z.object({ language: z.enum(languages).optional() });

const readerOf = ({ administrator }: ProgrammeRoles): ProgressReader => (administrator ? 'administrator' : 'sponsor');

/** What is told of all answers of a programme, as a page and as files. */
export function insightRoutes({
  ports,
  readToldComments,
  writeResultsWorkbook,
  writeBoardReport,
  writeSteeringReport,
}: ApiDeps): readonly Endpoint[] {
  /** Comments are HR's to read: a sponsor takes the same file without them, without groups, people under thirty among them, and with a rule that is weighed by what is theirs. */
  async function readFile(
    programmeId: string,
    roles: ProgrammeRoles,
    { language, now }: { readonly language: Language; readonly now: Instant },
  ): Promise<Result<ResultsFile, 'not-found'>> {
    const [taken, pilot, moves, comments] = await Promise.all([
      exportFigures(ports, programmeId, { now, cuts: roles.administrator }),
      readPilot(ports, programmeId, { reader: readerOf(roles), language, now }),
      readMoves(ports, programmeId, { reader: readerOf(roles), now }),
      roles.administrator ? readToldComments(programmeId) : [],
    ]);
    if (!taken.ok) return taken;
    if (!pilot.ok) return pilot;
    if (!moves.ok) return moves;
    const others = [
      ...(pilot.value === undefined ? [] : [listPilotLines(pilot.value, language)]),
      ...(moves.value.told.length === 0 ? [] : [listMovesLines(moves.value, language)]),
    ];
    return ok({ ...taken.value, others, comments });
  }
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
        const progress = await readProgress(ports, params['id'] ?? '', { reader: readerOf(roles), now });
        return progress.ok ? answered(progress.value) : refuse(progress.reason);
      },
    }),
    endpoint({
      name: 'pilot-read',
      summary:
        'The rule by which a pilot goes on or stops, and what it comes to once the programme is over, in the language asked for; for the sponsor from the figures that are told to them.',
      answer: pilotSchema,
      handle: async ({ params, roles, language, context: { now } }) => {
        const pilot = await readPilot(ports, params['id'] ?? '', { reader: readerOf(roles), language, now });
        if (!pilot.ok) return refuse(pilot.reason);
        return answered(pilot.value === undefined ? {} : { pilot: pilot.value });
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
        const progress = await readProgress(ports, programmeId, { reader: readerOf(roles), now });
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
      handle: async ({ params, query, language, roles, context: { now } }) => {
        const programmeId = params['id'] ?? '';
        const about = { language: query.language ?? language, now };
        const file = await readFile(programmeId, roles, about);
        if (!file.ok) return refuse(file.reason);
        return {
          status: 200,
          file: {
            name: `${programmeId}-results-${now.slice(0, 10)}.csv`,
            type: 'text/csv; charset=utf-8',
            content: resultsCsv(file.value, about.language),
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
        const about = { language: query.language ?? language, now };
        const file = await readFile(programmeId, roles, about);
        if (!file.ok) return refuse(file.reason);
        return {
          status: 200,
          file: {
            name: `${programmeId}-results-${now.slice(0, 10)}.xlsx`,
            type: workbookType,
            content: await writeResultsWorkbook(file.value, about),
          },
        };
      },
    }),
    endpoint({
      name: 'board-report',
      summary:
        'A PDF of one page for the board: counts, objectives, changes with their intervals, what the rule of a pilot comes to, who left and who moved. What is hidden is not in it.',
      query: fileQuery,
      fileType: reportType,
      handle: async ({ params, query, language, context: { now } }) => {
        const programmeId = params['id'] ?? '';
        const about = { language: query.language ?? language, now };
        const report = await readBoardReport(ports, programmeId, about);
        if (!report.ok) return refuse(report.reason);
        return {
          status: 200,
          file: {
            name: `${programmeId}-report-${now.slice(0, 10)}.pdf`,
            type: reportType,
            content: await writeBoardReport(report.value, about),
          },
        };
      },
    }),
    endpoint({
      name: 'steering-read',
      summary:
        'A month for whoever runs the programme, in the language asked for: decisions wanted, hours held against those planned, where each target stands, who left and who moved.',
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
