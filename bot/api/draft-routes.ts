import { z } from 'zod';
import { draftSchema, draftStartedSchema, startDraftSchema } from '../../src/draft/api-contract';
import { latestDraftId, readDraft } from '../../src/draft/read-draft';
import { requestPublish } from '../../src/draft/request-publish';
import { startDraft } from '../../src/draft/start-draft';
import { startedSchema } from '../../src/programme/api-contract';
import type { Language } from '../../src/programme/contract';
import type { ApiDeps } from './api-deps';
import { answered, endpoint, refuse, type Answer, type Endpoint } from './endpoint';

const pageQuery = z.object({
  cursor: z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .optional(),
});

/** Pairing drafts: nothing is sent before one is published. */
export function draftRoutes({ ports }: ApiDeps): readonly Endpoint[] {
  const read = async (programmeId: string, draftId: string, cursor: number, language: Language): Promise<Answer> => {
    const draft = await readDraft(ports, programmeId, draftId, cursor, language);
    return draft.ok ? answered(draft.value) : refuse(draft.reason);
  };
  return [
    endpoint({
      name: 'draft-start',
      summary: 'Starts the choice of pairs among those who said yes, as long work.',
      body: startDraftSchema,
      answer: draftStartedSchema,
      handle: async ({ params, body, actor, occasion }) => {
        const started = await startDraft(ports, params['id'] ?? '', body.seed, actor, occasion);
        return started.ok ? answered(started.value) : refuse(started.reason);
      },
    }),
    endpoint({
      name: 'draft-latest',
      summary: 'The newest draft with a page of its pairs.',
      query: pageQuery,
      answer: draftSchema,
      handle: async ({ params, query, language }) => {
        const draftId = await latestDraftId(ports, params['id'] ?? '');
        return draftId === undefined
          ? refuse('not-found')
          : read(params['id'] ?? '', draftId, query.cursor ?? 0, language);
      },
    }),
    endpoint({
      name: 'draft-read',
      summary: 'One draft with a page of its pairs, their scores and reasons, and the people left over.',
      query: pageQuery,
      answer: draftSchema,
      handle: ({ params, query, language }) =>
        read(params['id'] ?? '', params['draftId'] ?? '', query.cursor ?? 0, language),
    }),
    endpoint({
      name: 'draft-publish',
      summary: 'Sends the proposals of a draft, as long work.',
      answer: startedSchema,
      handle: async ({ params, actor, occasion }) => {
        const published = await requestPublish(ports, params['id'] ?? '', params['draftId'] ?? '', actor, occasion);
        return published.ok ? answered({ jobId: published.value.jobId }) : refuse(published.reason);
      },
    }),
  ];
}
