import { z } from 'zod';
import {
  changeDraftSchema,
  draftChangeSchema,
  draftListSchema,
  draftPartnersSchema,
  draftSchema,
  draftsSchema,
  draftStartedSchema,
  publishDraftSchema,
  revisionSchema,
  saveChoicesSchema,
  startDraftSchema,
  suggestedPairsSchema,
  suggestPairsSchema,
  withdrawnSchema,
  withdrawProposalSchema,
} from '../../src/draft/api-contract';
import { changeDraft } from '../../src/draft/change-draft';
import { findPartners } from '../../src/draft/find-partners';
import { listDrafts } from '../../src/draft/list-drafts';
import type { DraftChoices } from '../../src/domain/draft';
import { readDraftList } from '../../src/draft/read-draft-list';
import { saveChoices } from '../../src/draft/save-choices';
import { latestDraftId, readDraft } from '../../src/draft/read-draft';
import { requestPublish } from '../../src/draft/request-publish';
import { startDraft } from '../../src/draft/start-draft';
import { suggestPairs } from '../../src/draft/suggest-pairs';
import { withdrawProposal } from '../../src/proposal/withdraw-proposal';
import { startedSchema } from '../../src/hr-page/programme-api-contract';
import type { Language } from '../../src/language/languages';
import type { ApiDeps } from './api-deps';
import { answered, endpoint, refuse, type Answer, type Endpoint } from './endpoint';

const pageQuery = z.object({
  cursor: z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .optional(),
});

const partnersQuery = z.object({
  person: z.string().min(1).max(100),
  side: z.enum(['mentor', 'mentee']),
  cursor: pageQuery.shape.cursor,
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
      handle: async ({ params, body, actor, context }) => {
        const started = await startDraft(ports, params['id'] ?? '', body.seed, chosen(body), actor, context);
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
      name: 'drafts-list',
      summary: 'The newest drafts, newest first.',
      answer: draftsSchema,
      handle: async ({ params }) => answered(await listDrafts(ports, params['id'] ?? '')),
    }),
    endpoint({
      name: 'draft-list',
      summary: 'Every pair and everybody left over of a draft, without reasons.',
      answer: draftListSchema,
      handle: async ({ params }) => {
        const list = await readDraftList(ports, params['id'] ?? '', params['draftId'] ?? '');
        return list.ok ? answered(list.value) : refuse(list.reason);
      },
    }),
    endpoint({
      name: 'draft-choices',
      summary: 'Keeps what HR locks, keeps apart and weighs for the next run.',
      body: saveChoicesSchema,
      answer: revisionSchema,
      handle: async ({ params, body, actor, context }) => {
        const [programmeId, draftId] = [params['id'] ?? '', params['draftId'] ?? ''];
        const saved = await saveChoices(ports, programmeId, draftId, body.revision, chosen(body), actor, context);
        return saved.ok ? answered(saved.value) : refuse(saved.reason);
      },
    }),
    endpoint({
      name: 'draft-change',
      summary: 'The effect of pairs taken apart and put together by hand and, when asked, the change itself.',
      body: changeDraftSchema,
      answer: draftChangeSchema,
      handle: async ({ params, body, actor, context }) => {
        const changed = await changeDraft(ports, params['id'] ?? '', params['draftId'] ?? '', body, actor, context);
        return changed.ok ? answered(changed.value) : refuse(changed.reason);
      },
    }),
    endpoint({
      name: 'draft-partners',
      summary:
        'Whom no rule keeps from a person of a draft, with the points of the two, a page of the draft at a time.',
      query: partnersQuery,
      answer: draftPartnersSchema,
      handle: async ({ params, query: { person, side, cursor = 0 }, context }) => {
        const of = { person, side, page: cursor };
        const found = await findPartners(ports, params['id'] ?? '', params['draftId'] ?? '', of, context);
        return found.ok ? answered(found.value) : refuse(found.reason);
      },
    }),
    endpoint({
      name: 'draft-suggestions',
      summary: 'The best pairs that some people who have a place in a draft can make among themselves.',
      body: suggestPairsSchema,
      answer: suggestedPairsSchema,
      handle: async ({ params, body, context }) => {
        const found = await suggestPairs(ports, params['id'] ?? '', params['draftId'] ?? '', body, context);
        return found.ok ? answered(found.value) : refuse(found.reason);
      },
    }),
    endpoint({
      name: 'proposal-withdraw',
      summary:
        'Takes back the proposal of two people; answers the same whatever either of them had answered, short of a pair.',
      body: withdrawProposalSchema,
      answer: withdrawnSchema,
      handle: async ({ params, body, actor, context }) => {
        const withdrawn = await withdrawProposal(ports, params['id'] ?? '', body.pair, actor, context);
        return withdrawn.ok ? answered({ pair: body.pair }) : refuse(withdrawn.reason);
      },
    }),
    endpoint({
      name: 'draft-publish',
      summary: 'Sends the proposals of a draft, as long work.',
      body: publishDraftSchema,
      answer: startedSchema,
      handle: async ({ params, body, actor, context }) => {
        const { id = '', draftId = '' } = params;
        const known = body.managersUnknown === true;
        const published = await requestPublish(ports, id, draftId, actor, context, known);
        return published.ok ? answered({ jobId: published.value.jobId }) : refuse(published.reason);
      },
    }),
  ];
}

/** The choices that were given, without those that were not. */
function chosen({
  policy,
  locked,
  apart,
}: { readonly [K in keyof DraftChoices]?: DraftChoices[K] | undefined }): Partial<DraftChoices> {
  return {
    ...(policy === undefined ? {} : { policy }),
    ...(locked === undefined ? {} : { locked }),
    ...(apart === undefined ? {} : { apart }),
  };
}
