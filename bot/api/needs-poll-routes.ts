import { z } from 'zod';
import { languages } from '../../src/language/languages';
import { addObjective } from '../../src/needs-poll/add-objective';
import {
  needsPollAnswerSchema,
  needsPollBodySchema,
  needsPollObjectiveSchema,
} from '../../src/needs-poll/api-contract';
import { beginNeedsPoll } from '../../src/needs-poll/begin-poll';
import { readNeedsPolls } from '../../src/needs-poll/read-polls';
import { fewestAsked, pollDays } from '../../src/domain/needs-poll';
import { needsPollText } from '../../src/needs-poll/text/needs-poll-text';
import type { ApiDeps } from './api-deps';
import { answered, endpoint, refuse, type Answer, type Call, type Endpoint } from './endpoint';
import { expectedRevision } from './entity-tag';
import { needsPollCsv } from './needs-poll-csv';

/** The anonymous poll before enrolment: opened by HR, read once it has closed, and the objectives that the plan takes from it. */
export function needsPollRoutes({ ports }: ApiDeps): readonly Endpoint[] {
  const read = ({ params, language, context: { now } }: Call<unknown, unknown>, isCounting = true) =>
    readNeedsPolls(ports, params['id'] ?? '', { language, now, isCounting });
  const shown = async (call: Call<unknown, unknown>): Promise<Answer> => {
    const polls = await read(call);
    return polls.ok ? answered(polls.value, polls.value.version) : refuse(polls.reason);
  };
  return [
    endpoint({
      name: 'needs-poll-read',
      summary:
        'Needs polls of the programme: whom one could be put to, how many were asked, and after the close totals of five people at least. Who answered is told to nobody.',
      answer: needsPollAnswerSchema,
      handle: shown,
    }),
    endpoint({
      name: 'needs-poll-open',
      summary:
        'Asks a population of twenty people at least, before enrolment opens, what they would learn and teach and whether they would take part. Nobody is asked by two polls.',
      body: needsPollBodySchema,
      answer: needsPollAnswerSchema,
      handle: async (call) => {
        const begun = await beginNeedsPoll(ports, call.params['id'] ?? '', call.body, call.actor, call.context);
        if (begun.ok) return shown(call);
        if (begun.reason === 'not-found') return refuse('not-found');
        const limits = begun.reason === 'too-few' ? { fewest: fewestAsked } : pollDays;
        const message = needsPollText(call.language, `refused.${begun.reason}`, limits);
        return { problem: 'poll-refused', message };
      },
    }),
    endpoint({
      name: 'needs-poll-objective',
      summary: 'Puts an objective that follows from a poll into the plan (If-Match with the version that was read).',
      body: needsPollObjectiveSchema,
      answer: needsPollAnswerSchema,
      handle: async (call) => {
        if (call.ifMatch === undefined) return refuse('version-missing');
        const programmeId = call.params['id'] ?? '';
        const expected = expectedRevision(call.ifMatch);
        const added = expected.ok
          ? await addObjective(ports, programmeId, call.body, call.actor, call.context, expected.value)
          : ({ ok: false, reason: 'conflict' } as const);
        if (added.ok) return shown(call);
        switch (added.reason) {
          case 'not-found':
            return refuse('not-found');
          case 'conflict': {
            const now = await read(call);
            return now.ok ? refuse('version-stale', now.value.version) : refuse(now.reason);
          }
          case 'enrolment-open':
          case 'objectives-full':
            return { problem: 'poll-refused', message: needsPollText(call.language, `refused.${added.reason}`) };
        }
      },
    }),
    endpoint({
      name: 'needs-poll-csv',
      summary: 'The totals of every poll that has closed as a CSV file for a spreadsheet, one a line.',
      query: z.object({ language: z.enum(languages).optional() }),
      handle: async (call) => {
        const polls = await read(call, false);
        if (!polls.ok) return refuse(polls.reason);
        return {
          status: 200,
          file: {
            name: `${call.params['id'] ?? ''}-needs-poll-${call.context.now.slice(0, 10)}.csv`,
            type: 'text/csv; charset=utf-8',
            content: needsPollCsv(polls.value, call.query.language ?? call.language),
          },
        };
      },
    }),
  ];
}
