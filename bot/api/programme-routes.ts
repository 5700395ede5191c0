import { z } from 'zod';
import {
  doneSchema,
  overviewSchema,
  planAnswerSchema,
  sponsorPageSchema,
  startedSchema,
} from '../../src/hr-page/programme-api-contract';
import { programmeListSchema } from '../../src/hr-page/me-api-contract';
import { frozenWords } from '../../src/dispatch/problem-words';
import { programmePlanSchema, type ProgrammePlan } from '../../src/domain/programme-contract';
import { listProgrammes } from '../../src/hr-page/list-programmes';
import type { Programme } from '../../src/domain/programme';
import { openEnrolment } from '../../src/programme/open-enrolment';
import { readOverview } from '../../src/hr-page/overview';
import type { Ports } from '../../src/domain/ports';
import { requestPledge } from '../../src/programme/request-pledge';
import { savePlan } from '../../src/programme/save-plan';
import { readSponsorPage } from '../../src/hr-page/sponsor-page';
import type { ApiDeps } from './api-deps';
import { answered, endpoint, refuse, type Answer, type Call, type Endpoint } from './endpoint';
import { expectedRevision, namesTag } from './entity-tag';

/** Programmes: the list, the plan, the overview, and the two steps that begin one. */
export function programmeRoutes({ ports }: ApiDeps): readonly Endpoint[] {
  return [
    endpoint({
      name: 'programmes-list',
      summary: 'Programmes in which the reader has a part.',
      answer: programmeListSchema,
      handle: async ({ actor }) => answered({ programmes: await listProgrammes(ports, actor) }),
    }),
    endpoint({
      name: 'programme-read',
      summary: 'Overview for HR: plan in short, readiness, counts, survey rounds.',
      answer: overviewSchema,
      handle: async ({ params, actor: { directoryId }, language, context: { now } }) => {
        const overview = await readOverview(ports, params['id'] ?? '', { language, now, directoryId });
        return overview.ok ? answered(overview.value, overview.value.version) : refuse(overview.reason);
      },
    }),
    endpoint({
      name: 'plan-read',
      summary: 'The programme file as it is stored, with its version.',
      answer: planAnswerSchema,
      handle: async ({ params }) => {
        const stored = await ports.programmes.get(params['id'] ?? '', 'programme', 'programme');
        return stored === undefined ? refuse('not-found') : planAnswer(stored.value);
      },
    }),
    endpoint({
      name: 'plan-save',
      summary:
        'Creates a programme (If-None-Match: *) or replaces its plan (If-Match with the version that was read). Once enrolment is open, what people were invited on is settled: plan-frozen names each such field. One administrator stays always; whoever takes themselves out says leaving=yes.',
      body: programmePlanSchema,
      query: z.object({ leaving: z.literal('yes').optional() }),
      answer: planAnswerSchema,
      handle: (call) =>
        call.body.id === call.params['id'] ? save(ports, call) : Promise.resolve(refuse('invalid-body')),
    }),
    endpoint({
      name: 'pledge-request',
      summary: 'Asks the sponsor for the pledge, in their own chat.',
      answer: doneSchema,
      handle: async ({ params, actor, context }) => {
        const asked = await requestPledge(ports, params['id'] ?? '', actor, context);
        return asked.ok ? answered({ done: true }) : refuse(asked.reason);
      },
    }),
    endpoint({
      name: 'enrolment-open',
      summary: 'Opens enrolment; the invitations are sent as long work.',
      answer: startedSchema,
      handle: async ({ params, actor, context }) => {
        const opened = await openEnrolment(ports, params['id'] ?? '', actor, context);
        return opened.ok ? answered({ jobId: opened.value.jobId }) : refuse(opened.reason);
      },
    }),
    endpoint({
      name: 'sponsor-page',
      summary: 'Figures of the whole programme; a count under five is hidden.',
      answer: sponsorPageSchema,
      handle: async ({ params, context: { now } }) => {
        const page = await readSponsorPage(ports, params['id'] ?? '', now);
        return page.ok ? answered(page.value) : refuse(page.reason);
      },
    }),
  ];
}

async function save(
  ports: ApiDeps['ports'],
  call: Call<ProgrammePlan, { readonly leaving?: 'yes' | undefined }>,
): Promise<Answer> {
  const creates = call.ifMatch === undefined && namesTag(call.ifNoneMatch, '*');
  if (call.ifMatch === undefined && !creates) return refuse('version-missing');
  const expected = call.ifMatch === undefined ? undefined : expectedRevision(call.ifMatch);
  if (expected?.ok === false) return stale(ports, call.body.id);
  const saved = await savePlan(ports, call.body, call.actor, call.context, {
    revision: expected?.value,
    leaving: call.query.leaving === 'yes',
  });
  if (saved.ok) return creates ? { ...planAnswer(saved.value), status: 201 } : planAnswer(saved.value);
  switch (saved.reason) {
    case 'conflict':
      return stale(ports, call.body.id);
    case 'last-administrator':
    case 'leaves-yourself':
      return refuse(saved.reason);
    case 'frozen':
      return {
        problem: 'plan-frozen',
        fields: saved.frozen.map((path) => ({ path, message: frozenWords(path, call.language) })),
      };
  }
}

async function stale(ports: Ports<'programmes'>, programmeId: string): Promise<Answer> {
  const stored = await ports.programmes.get(programmeId, 'programme', 'programme');
  return refuse('version-stale', stored === undefined ? undefined : String(stored.value.revision));
}

function planAnswer(programme: Programme): Extract<Answer, { body: unknown }> {
  const version = String(programme.revision);
  return { status: 200, body: { plan: programme.plan, version }, etag: version };
}
