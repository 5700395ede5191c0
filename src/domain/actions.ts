import { z } from 'zod';
import { ageBands, genders, diversityAttributes } from './diversity';
import { languages } from '../language/languages';

/** Version of the data a card carries; cards of an older one are answered with the current card. */
export const cardVersion = 1;

const programmeId = z.string().min(1).max(40);
const id = z.string().min(1).max(100);
const revision = z.coerce.number().int().min(0).max(1_000_000);
const sessionRef = {
  programmeId,
  pairId: id,
  number: z.coerce.number().int().min(1).max(6),
  round: z.coerce.number().int().min(0).max(1000),
};
const short = z.string().max(500);
const statedLevel = z.enum(['', '1', '2', '3', '4']).optional();

/**
 * Everything a person can do by pressing: the same words as verbs of cards and as actions of the tab.
 * A card carries ids and a revision, nothing else; inputs are what the person typed or chose.
 */
export const actionSchema = z.discriminatedUnion('verb', [
  z.object({ verb: z.literal('pledge/give'), programmeId, words: short.default('') }),
  z.object({ verb: z.literal('invitation/accept'), programmeId }),
  z.object({ verb: z.literal('invitation/not-now'), programmeId }),
  z.object({ verb: z.literal('programme/leave'), programmeId }),
  z.object({ verb: z.literal('programme/leave-confirm'), programmeId }),
  z.object({
    verb: z.literal('profile/save'),
    programmeId,
    languages: z.string().max(200),
    expertise: short.default(''),
    goals: short.default(''),
    teachingStyle: z
      .string()
      .max(100)
      .optional()
      .describe('Ways of teaching, separated by commas; left as it is where absent.'),
    learningStyle: z
      .string()
      .max(100)
      .optional()
      .describe('Ways of learning, separated by commas; left as it is where absent.'),
    pedagogy: statedLevel.describe('Ease in sharing knowledge; left as it is where absent or empty.'),
    openness: statedLevel.describe('Openness to new subjects; left as it is where absent or empty.'),
    availability: short
      .optional()
      .describe('Weekly hours in the person’s own time; left as they are where absent or empty.'),
    capacity: z.string().max(2).optional().describe('Pairs at once; left as it is where absent or empty.'),
  }),
  z.object({ verb: z.literal('proposal/accept'), programmeId, proposalId: id, revision }),
  z.object({ verb: z.literal('proposal/decline'), programmeId, proposalId: id, revision, reason: short.default('') }),
  z.object({ verb: z.literal('pair/show'), programmeId, pairId: id }),
  z.object({ verb: z.literal('pair/leave'), programmeId, pairId: id }),
  z.object({ verb: z.literal('pair/leave-confirm'), programmeId, pairId: id, reason: short.default('') }),
  z.object({ verb: z.literal('pair/stay'), programmeId, pairId: id }),
  z.object({ verb: z.literal('rematch/another'), programmeId, pairId: id }),
  z.object({ verb: z.literal('rematch/enough'), programmeId, pairId: id }),
  z.object({ verb: z.literal('renewal/show'), programmeId, pairId: id }),
  z.object({
    verb: z.literal('renewal/choose'),
    programmeId,
    pairId: id,
    goOn: z.string().max(20).default('').describe('`again`, `swap`, both with a comma, or neither.'),
    otherwise: z
      .enum(['', 'another', 'enough'])
      .default('')
      .describe('What the person wants if the two do not go on; empty is `enough`.'),
  }),
  z.object({ verb: z.literal('pause/open'), programmeId }),
  z.object({ verb: z.literal('pause/set'), programmeId, until: z.string().min(1).max(10) }),
  z.object({ verb: z.literal('pause/end'), programmeId }),
  z.object({ verb: z.literal('diversity/show'), programmeId }),
  z.object({
    verb: z.literal('diversity/save'),
    programmeId,
    attribute: z.enum(diversityAttributes).describe('Which of the two is said; the other is left as it is.'),
    gender: z
      .enum(['', ...genders])
      .optional()
      .describe('Empty withdraws it.'),
    ageBand: z
      .enum(['', ...ageBands])
      .optional()
      .describe('Empty withdraws it.'),
  }),
  z.object({ verb: z.literal('diversity/withdraw'), programmeId, attribute: z.enum(diversityAttributes) }),
  z.object({ verb: z.literal('session/suits'), ...sessionRef, slots: z.string().max(20).default('') }),
  z.object({ verb: z.literal('session/none-suit'), ...sessionRef }),
  z.object({ verb: z.literal('session/move'), ...sessionRef }),
  z.object({ verb: z.literal('session/met'), ...sessionRef }),
  z.object({ verb: z.literal('session/not-met'), ...sessionRef }),
  z.object({
    verb: z.literal('survey/answer'),
    programmeId,
    surveyRound: z.string().min(1).max(40),
    pairId: id.optional(),
    answers: z.record(z.string().max(60), z.string().max(4000)),
  }),
  z.object({
    verb: z.literal('survey/skip'),
    programmeId,
    surveyRound: z.string().min(1).max(40),
    pairId: id.optional(),
  }),
  z.object({ verb: z.literal('language/set'), language: z.enum(languages) }),
  z.object({ verb: z.literal('home/show') }),
]);

export type Action = z.infer<typeof actionSchema>;
export type Verb = Action['verb'];
