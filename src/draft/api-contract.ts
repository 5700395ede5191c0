import { z } from 'zod';
import { unknownRules } from '../domain/pairing';
import { pairingPolicySchema, mixedBy } from '../domain/pairing-contract';
import { byLanguage } from '../language/languages';

const pairIds = z.tuple([z.string().min(1).max(100), z.string().min(1).max(100)]).describe('Mentor id and mentee id.');
const mostChosen = 300;
const choices = {
  policy: pairingPolicySchema.optional().describe('How pairs are weighed; the defaults where absent.'),
  locked: z.array(pairIds).max(mostChosen).optional().describe('Pairs that are kept whatever else is chosen.'),
  apart: z.array(pairIds).max(mostChosen).optional().describe('People who are not put together.'),
};

const chosen = z.object({ policy: pairingPolicySchema, locked: z.array(pairIds), apart: z.array(pairIds) }).strict();
export type ChosenDto = z.infer<typeof chosen>;

/** POST /programmes/{id}/drafts */
export const startDraftSchema = z
  .object({
    ...choices,
    seed: z
      .number()
      .int()
      .min(0)
      .max(2_147_483_647)
      .default(1)
      .describe('Breaks ties; the same seed gives the same draft.'),
  })
  .strict();
/** PUT /programmes/{id}/drafts/{draftId}/choices: what holds for the next run. */
export const saveChoicesSchema = z
  .object({ ...choices, revision: z.number().int().min(1).describe('The revision that was looked at.') })
  .strict();
export const revisionSchema = z.object({ revision: z.number().int() }).strict();

const revision = z.number().int().min(1).describe('The revision that was looked at.');
const personId = z.string().min(1).max(100);

/** POST /programmes/{id}/drafts/{draftId}/changes: pairs taken apart and put together by hand. */
export const mostMoved = 10;
export const changeDraftSchema = z
  .object({
    revision,
    apply: z.boolean().default(false).describe('Without it only the effect is told.'),
    remove: z.array(pairIds).max(mostMoved).default([]).describe('Pairs of the draft that are taken apart.'),
    add: z
      .array(pairIds)
      .max(mostMoved)
      .default([])
      .describe('Pairs put together, of people of the draft who then have a place.'),
  })
  .strict();
/** What the tab asks for. */
export type ChangeDraftBody = z.input<typeof changeDraftSchema>;
const aimCount = z
  .object({
    met: z.boolean(),
    reached: z.number().int().describe('Pairs the aim counts.'),
    asked: z.number().int().describe('Pairs the aim asks for: at least, or at most.'),
  })
  .strict();
export const draftChangeSchema = z
  .object({
    revision: z.number().int(),
    applied: z.boolean(),
    pairsBefore: z.number().int(),
    pairsAfter: z.number().int(),
    totalBefore: z.number().int(),
    totalAfter: z.number().int(),
    leftBefore: z.number().int().describe('People of the draft without a pair.'),
    leftAfter: z.number().int(),
    alone: z.array(z.string()).describe('Who would have no pair and has one now.'),
    aims: z
      .array(z.object({ before: aimCount, after: aimCount }).strict().nullable())
      .describe('What each aim of the draft counts, in its order; null where that is told with the next draft only.'),
    added: z.array(z.object({ pair: pairIds, score: z.number().int() }).strict()),
    refused: z
      .array(z.object({ pair: pairIds, ...byLanguage(() => z.string()) }).strict())
      .describe('Pairs that a rule forbids, with the rule. Nothing is changed while there is one.'),
  })
  .strict();
export type DraftChangeDto = z.infer<typeof draftChangeSchema>;

/** POST /programmes/{id}/drafts/{draftId}/publish */
export const publishDraftSchema = z
  .object({
    managersUnknown: z
      .literal(true)
      .optional()
      .describe(
        'Where the draft has it: HR knows that nobody’s manager is known, and people may be paired with their own boss.',
      ),
  })
  .strict();
export type PublishDraftBody = z.infer<typeof publishDraftSchema>;

/** GET /programmes/{id}/drafts/{draftId}/partners */
export const draftPartnersSchema = z
  .object({
    revision: z.number().int(),
    partners: z
      .array(z.object({ id: z.string(), score: z.number().int() }).strict())
      .describe('Whom no rule keeps from the person, with the points of the two, among a page of the draft.'),
    next: z.string().optional().describe('Cursor of the next page.'),
  })
  .strict();
export type DraftPartnersDto = z.infer<typeof draftPartnersSchema>;

/** POST /programmes/{id}/drafts/{draftId}/suggestions: the best pairs among people who have a place in the draft. */
export const mostSuggested = 2 * mostMoved;
export const suggestPairsSchema = z.object({ revision, people: z.array(personId).min(2).max(mostSuggested) }).strict();
export const suggestedPairsSchema = z.object({ revision: z.number().int(), add: z.array(pairIds) }).strict();

/** POST /programmes/{id}/proposals/withdraw */
export const withdrawProposalSchema = z.object({ pair: pairIds }).strict();
export const withdrawnSchema = z.object({ pair: pairIds }).strict();

/** GET /programmes/{id}/drafts */
const draftSummarySchema = z
  .object({
    id: z.string(),
    state: z.enum(['queued', 'computing', 'ready', 'publishing', 'published', 'failed']),
    createdAt: z.iso.datetime(),
    pairCount: z.number().int(),
    total: z.number().int(),
    renewal: z.literal(true).optional().describe('It holds pairs that want to go on.'),
  })
  .strict();
export type DraftSummaryDto = z.infer<typeof draftSummarySchema>;

export const draftsSchema = z.object({ drafts: z.array(draftSummarySchema) }).strict();
export type DraftsDto = z.infer<typeof draftsSchema>;

export const draftStartedSchema = z.object({ draftId: z.string(), jobId: z.string() }).strict();

const bilingual = z.object(byLanguage(() => z.string())).strict();
const person = z.object({ id: z.string(), name: z.string() }).strict();
const places = z.number().int().optional().describe('Partners the person may have on each side; 1 where absent.');
const listed = person.extend({
  places,
  both: z.literal(true).optional().describe('The person takes part on both sides.'),
});

export const draftPairSchema = z
  .object({
    mentor: person,
    mentee: person,
    score: z.number().int(),
    topics: z.array(z.string()).describe('Ids of catalogue topics.'),
    parts: z.array(z.object({ part: z.string(), points: z.number().int(), reason: bilingual }).strict()),
    unknown: z
      .array(bilingual)
      .optional()
      .describe(
        'Rules that could not be applied, since one of the two has not stated what they need; absent where all were.',
      ),
  })
  .strict();
export const draftUnpairedSchema = z.object({ person, role: z.string(), reasons: z.array(bilingual) }).strict();

/** GET /programmes/{id}/drafts/{draftId}/list: everybody by name, without reasons. */
export const draftListSchema = z
  .object({
    id: z.string(),
    revision: z.number().int(),
    pairs: z.array(
      z
        .object({
          mentor: listed,
          mentee: listed,
          score: z.number().int(),
          topics: z.array(z.string()).describe('Ids of catalogue topics.'),
          partNumber: z.number().int(),
          byHand: z.literal(true).optional().describe('Put together by hand.'),
          unknown: z.array(z.enum(unknownRules)).optional().describe('Rules that could not be applied.'),
          renews: z
            .enum(['again', 'swap'])
            .optional()
            .describe('The two were a pair and both want to go on, in the same roles or with roles swapped.'),
        })
        .strict(),
    ),
    unpaired: z.array(
      z.object({ id: z.string(), name: z.string(), role: z.string(), partNumber: z.number().int(), places }).strict(),
    ),
    others: z.array(person).describe('Whom HR keeps with somebody or apart, and who is not in the draft.'),
  })
  .strict();
export type DraftListDto = z.infer<typeof draftListSchema>;

/** GET /programmes/{id}/drafts/{draftId} and .../latest: the head, and one page of pairs. */
export const draftSchema = z
  .object({
    id: z.string(),
    state: z.enum(['queued', 'computing', 'ready', 'publishing', 'published', 'failed']),
    seed: z.number().int(),
    jobId: z.string().optional().describe('The long work that computes it.'),
    createdAt: z.iso.datetime(),
    pairCount: z.number().int(),
    unpairedCount: z.number().int(),
    total: z.number().int(),
    upperBound: z.number().int(),
    optimal: z.boolean(),
    inputHash: z.string(),
    revision: z.number().int(),
    seen: z
      .object({
        free: z.number().int().describe('People the draft looked at.'),
        inPairs: z.number().int().describe('Enrolled and reachable people whose places pairs have taken.'),
        held: z.number().int().describe('And those whom open proposals hold until their reply date.'),
        heldNames: z.array(z.string()).describe('Names of those who are held, 100 at most.'),
      })
      .strict()
      .optional()
      .describe('Absent until it is computed, and where it holds pairs that go on.'),
    managersUnknown: z
      .literal(true)
      .optional()
      .describe('Nobody who takes part names a manager: publication asks that it be said.'),
    unknownRules: z
      .array(
        z.object({ rule: z.enum(unknownRules), pairs: z.number().int(), ...byLanguage(() => z.string()) }).strict(),
      )
      .describe('Rules that could not be applied to some pairs, with how many, in words.'),
    choices: chosen.describe('What held when the draft was computed.'),
    pending: chosen.optional().describe('What was decided since, for the next run.'),
    coverage: z
      .array(
        z
          .object({
            by: z.enum(['site', 'function', 'country', 'language']),
            group: z.string(),
            side: z.enum(['mentor', 'mentee']),
            volunteers: z.number().int(),
            placed: z.number().int(),
          })
          .strict(),
      )
      .describe('Groups of five volunteers or more and how many have a partner, the least covered first.'),
    departments: z.array(z.string()).describe('Departments of the volunteers, for a limit to name; the largest first.'),
    aims: z
      .array(
        z
          .object({
            met: z.boolean(),
            reached: z.number().int().describe('Pairs the aim counts.'),
            asked: z.number().int().describe('Pairs the aim asks for: at least, or at most.'),
            whole: z.number().int().optional().describe('What one pair counts at most in both; 1 where absent.'),
            cost: z.number().int().describe('Points it costs beside the other aims.'),
            costAtMost: z.number().int().optional().describe('Points it may cost at most, where that is not certain.'),
            gap: z.number().optional().describe('How far from the best the total may at most be, as a share.'),
            fights: z
              .array(z.number().int())
              .optional()
              .describe('The other aims, by their places, with which it cannot be met; empty where it alone cannot.'),
            refused: z
              .enum(['too-few', 'not-enabled'])
              .optional()
              .describe(
                'Why it plays no part: fewer than five of a side have said, or nearly all said the same; or the programme does not ask.',
              ),
          })
          .strict(),
      )
      .describe('What became of each aim of the policy, in its order.'),
    handAims: z
      .array(aimCount.nullable())
      .optional()
      .describe('In place of aims once the draft was changed by hand; null where that is told with the next draft.'),
    mixable: z
      .array(z.enum(mixedBy))
      .optional()
      .describe('What an aim of mixing may be about: what the programme asks; absent where it asks nothing.'),
    totalWithoutAims: z.number().int().optional().describe('The best total with no aim; absent without aims.'),
    refusedLocks: z
      .array(z.object({ pair: pairIds, ...byLanguage(() => z.string()) }).strict())
      .describe('Locked pairs that a rule forbids, with the rule.'),
    notAsked: z
      .array(pairIds)
      .max(100)
      .describe(
        'Pairs nobody was asked about when it was published: one of the two took no part any more. With renewal: pairs that did not go on, since one took no part, had no place or a rule forbade it.',
      ),
    help: z.array(bilingual).describe('What would place more people.'),
    renewal: z
      .object({ until: z.iso.datetime().describe('Before this it has to be published.') })
      .strict()
      .optional()
      .describe('Present where it holds pairs that want to go on. Its publication lets them, without asking again.'),
    reason: z.string().optional().describe('Why it failed, in words.'),
    pairs: z.array(draftPairSchema),
    unpaired: z.array(draftUnpairedSchema),
    next: z.string().optional().describe('Cursor of the next page.'),
  })
  .strict();
export type DraftDto = z.infer<typeof draftSchema>;
