import { z } from 'zod';
import { returnPerson } from '../../src/enrolment/return-person';
import { previewDeparture, withdrawPerson } from '../../src/enrolment/withdraw-person';
import { departurePreviewSchema, linkRequestSchema, peopleListSchema } from '../../src/enrolment/api-contract';
import { importConfirmSchema, peopleCheckRequestSchema, peopleCheckSchema } from '../../src/people-file/api-contract';
import { checkPeopleFile } from '../../src/people-file/check-people-file';
import { confirmImport } from '../../src/people-file/confirm-import';
import { linkPerson } from '../../src/enrolment/link-person';
import { listPeople } from '../../src/enrolment/list-people';
import { doneSchema, startedSchema } from '../../src/hr-page/programme-api-contract';
import { startReach } from '../../src/programme/start-reach';
import type { ApiDeps } from './api-deps';
import { answered, endpoint, refuse, type Endpoint } from './endpoint';

const mostFileBytes = 5 * 1024 * 1024;
const checkBodyLimit = 7_200_000;

/** The people of a programme: checking and confirming a file, the list with reach, linking by hand. */
export function peopleRoutes({ ports, readPeopleTable }: ApiDeps): readonly Endpoint[] {
  return [
    endpoint({
      name: 'people-check',
      summary: 'Reads a CSV or XLSX of people and says what a confirmation would change; nobody is added yet.',
      body: peopleCheckRequestSchema,
      bodyLimit: checkBodyLimit,
      answer: peopleCheckSchema,
      handle: async ({ params, body, actor, context }) => {
        const bytes = Buffer.from(body.contentBase64, 'base64');
        if (bytes.length > mostFileBytes) return refuse('body-too-large');
        const checked = await checkPeopleFile(
          ports,
          readPeopleTable,
          params['id'] ?? '',
          { ...body, bytes },
          actor,
          context,
        );
        return checked.ok ? answered(checked.value) : refuse(checked.reason);
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
      handle: async ({ params, query, language }) =>
        answered(await listPeople(ports, params['id'] ?? '', query.cursor, language)),
    }),
    endpoint({
      name: 'person-link',
      summary: 'Ties a person of the file to a directory id by hand.',
      body: linkRequestSchema,
      answer: doneSchema,
      handle: async ({ params, body, actor, context }) => {
        const linked = await linkPerson(
          ports,
          params['id'] ?? '',
          params['personId'] ?? '',
          body.directoryId,
          actor,
          context,
        );
        if (linked.ok) return answered({ done: true });
        switch (linked.reason) {
          case 'not-found':
            return refuse('not-found');
          case 'invalid-id':
            return refuse('invalid-body');
          case 'taken':
            return refuse('already-linked');
          case 'in-a-pair':
            return refuse('link-fixed');
        }
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
