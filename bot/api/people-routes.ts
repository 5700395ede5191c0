import { z } from 'zod';
import { askLink } from '../../src/enrolment/ask-link';
import { confirmLink } from '../../src/enrolment/confirm-link';
import type { LinkProblem } from '../../src/enrolment/find-link-problem';
import { returnPerson } from '../../src/enrolment/return-person';
import { withdrawLink } from '../../src/enrolment/withdraw-link';
import { previewDeparture, withdrawPerson } from '../../src/enrolment/withdraw-person';
import { departurePreviewSchema, linkRequestSchema, peopleListSchema } from '../../src/enrolment/api-contract';
import { importConfirmSchema, peopleCheckRequestSchema, peopleCheckSchema } from '../../src/people-file/api-contract';
import { checkPeopleFile } from '../../src/people-file/check-people-file';
import { confirmImport } from '../../src/people-file/confirm-import';
import { fileRefusalWords } from '../../src/people-file/people-issue';
import type { Bilingual } from '../../src/domain/programme-contract';
import { listPeople } from '../../src/enrolment/list-people';
import { doneSchema, startedSchema } from '../../src/hr-page/programme-api-contract';
import { startReach } from '../../src/programme/start-reach';
import type { ProblemCode } from '../../src/dispatch/problem-api-contract';
import type { ApiDeps } from './api-deps';
import { answered, endpoint, refuse, type Endpoint } from './endpoint';

const mostFileBytes = 5 * 1024 * 1024;
const checkBodyLimit = 7_200_000;
const nothingImported: Bilingual = { fr: 'Rien n’a été importé.', en: 'Nothing was imported.' };

function problemOfLink(reason: 'not-found' | 'invalid-id' | 'changed' | 'own-ask' | LinkProblem): ProblemCode {
  switch (reason) {
    case 'not-found':
    case 'linked-already':
    case 'administrators-account':
      return reason;
    case 'invalid-id':
      return 'invalid-body';
    case 'changed':
      return 'version-stale';
    case 'own-ask':
      return 'second-needed';
    case 'taken':
      return 'already-linked';
    case 'in-a-pair':
      return 'link-fixed';
  }
}

/** The people of a programme: checking and confirming a file, the list with reach, linking by hand. */
export function peopleRoutes({ ports, readPeopleFile }: ApiDeps): readonly Endpoint[] {
  return [
    endpoint({
      name: 'people-check',
      summary: 'Reads a CSV or XLSX of people and says what a confirmation would change; nobody is added yet.',
      body: peopleCheckRequestSchema,
      bodyLimit: checkBodyLimit,
      answer: peopleCheckSchema,
      handle: async ({ params, body, actor, language, context }) => {
        const bytes = Buffer.from(body.contentBase64, 'base64');
        if (bytes.length > mostFileBytes) return refuse('body-too-large');
        const file = { ...body, bytes };
        const checked = await checkPeopleFile(ports, readPeopleFile, params['id'] ?? '', file, actor, context);
        if (checked.ok) return answered(checked.value);
        if (checked.reason === 'not-found' || checked.reason === 'closed') return refuse(checked.reason);
        const problem = checked.reason === 'file-busy' ? 'too-busy' : 'file-unreadable';
        return { problem, message: `${fileRefusalWords(checked.reason)[language]} ${nothingImported[language]}` };
      },
    }),
    endpoint({
      name: 'people-confirm',
      summary:
        'Takes the good rows of a checked file into the programme, and out of it whom a complete one does not name, as long work.',
      body: importConfirmSchema,
      answer: startedSchema,
      handle: async ({ params, body, actor, context }) => {
        const { leaving } = body;
        const importId = params['importId'] ?? '';
        const confirmed = await confirmImport(ports, params['id'] ?? '', importId, actor, context, leaving);
        return confirmed.ok ? answered({ jobId: confirmed.value.jobId }) : refuse(confirmed.reason);
      },
    }),
    endpoint({
      name: 'people-list',
      summary: 'One page of the people, each with whether the bot reaches them or the remedy.',
      query: z.object({ cursor: z.string().max(400).optional() }),
      answer: peopleListSchema,
      handle: async ({ params, query, language, actor }) =>
        answered(await listPeople(ports, params['id'] ?? '', query.cursor, language, actor.directoryId)),
    }),
    endpoint({
      name: 'person-link',
      summary:
        'Asks that a person of the file be tied to a directory id by hand; another administrator or the account confirms it.',
      body: linkRequestSchema,
      answer: doneSchema,
      handle: async ({ params, body, actor, context }) => {
        const { id = '', personId = '' } = params;
        const asked = await askLink(ports, id, personId, body.directoryId, actor, context);
        return asked.ok ? answered({ done: true }) : refuse(problemOfLink(asked.reason));
      },
    }),
    endpoint({
      name: 'link-confirm',
      summary: 'Ties a person to the account that another administrator asked for and that the caller has read.',
      body: linkRequestSchema,
      answer: doneSchema,
      handle: async ({ params, body, actor, context }) => {
        const { id = '', personId = '' } = params;
        const confirmed = await confirmLink(ports, id, personId, body.directoryId, actor, context);
        return confirmed.ok ? answered({ done: true }) : refuse(problemOfLink(confirmed.reason));
      },
    }),
    endpoint({
      name: 'link-withdraw',
      summary: 'Takes back, or refuses, a link by hand that waits.',
      answer: doneSchema,
      handle: async ({ params, actor, context }) => {
        const done = await withdrawLink(ports, params['id'] ?? '', params['personId'] ?? '', actor, context);
        return done.ok ? answered({ done: true }) : refuse(done.reason);
      },
    }),
    endpoint({
      name: 'departure-read',
      summary: 'What would follow if this person took no part any more.',
      answer: departurePreviewSchema,
      handle: async ({ params }) => {
        const preview = await previewDeparture(ports, params['id'] ?? '', params['personId'] ?? '');
        return preview.ok ? answered(preview.value) : refuse(preview.reason);
      },
    }),
    endpoint({
      name: 'person-withdraw',
      summary: 'Takes a person out: running pairs end in the words of any end, nothing more is sent to them.',
      answer: doneSchema,
      handle: async ({ params, actor, context }) => {
        const done = await withdrawPerson(ports, params['id'] ?? '', params['personId'] ?? '', actor, context);
        return done.ok ? answered({ done: true }) : refuse(done.reason);
      },
    }),
    endpoint({
      name: 'person-return',
      summary: 'Lets a person who left, or was taken out, come back: they are invited again.',
      answer: doneSchema,
      handle: async ({ params, actor, context }) => {
        const done = await returnPerson(ports, params['id'] ?? '', params['personId'] ?? '', actor, context);
        return done.ok ? answered({ done: true }) : refuse(done.reason);
      },
    }),
    endpoint({
      name: 'reach-start',
      summary: 'Looks everybody up again in the teams the bot is in, as long work.',
      answer: startedSchema,
      handle: async ({ params, actor, context }) => {
        const started = await startReach(ports, params['id'] ?? '', actor, context);
        return started.ok ? answered(started.value) : refuse(started.reason);
      },
    }),
  ];
}
