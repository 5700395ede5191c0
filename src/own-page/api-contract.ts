import { z } from 'zod';
import { ageBands, genders } from '../domain/diversity';
import { monthStepSchema } from '../board/api-contract';
import { programmeStates } from '../domain/programme';
import { learningWays, participantStates, roles } from '../domain/participant';
import { myPairSchema } from './pair-contract';
import { assistantStepSchema, stepSchema } from './step-contract';
import { byLanguage } from '../language/languages';

const bilingual = z.object(byLanguage(() => z.string())).strict();
const instant = z.iso.datetime();

const mixAnswer = <V extends string>(values: readonly V[]) =>
  z
    .object({ value: z.enum(values).optional(), since: instant.optional().describe('When the reader said yes.') })
    .strict();

/** GET /programmes/{id}/me: the participant's own page; for an assistant only `assisting`. */
export const myPageSchema = z
  .object({
    programmeId: z.string(),
    programmeName: bilingual,
    programmeState: z.enum(programmeStates),
    months: z.number().int(),
    timeZone: z.string().describe('Zone of the reader, in which the page shows hours, as the cards do.'),
    me: z
      .object({
        name: z.string(),
        role: z.enum(roles),
        state: z.enum(participantStates),
        timeZone: z.string(),
        languages: z.array(z.string()),
        expertise: z.array(z.object({ topic: z.string(), level: z.number().int() }).strict()),
        goals: z.array(z.object({ topic: z.string(), priority: z.number().int() }).strict()),
        teachingStyle: z.array(z.enum(learningWays)).optional(),
        learningStyle: z.array(z.enum(learningWays)).optional(),
        pedagogy: z.number().int().min(1).max(4).optional().describe('Ease in sharing knowledge, self-stated.'),
        openness: z.number().int().min(1).max(4).optional().describe('Openness to new subjects, self-stated.'),
        availability: z.string().describe('Weekly hours as they can be typed back, in the language asked for.'),
        capacity: z.number().int().describe('Pairs at once.'),
        standing: z
          .object({ told: z.enum(['waiting', 'not-this-time']), advice: bilingual.optional() })
          .strict()
          .optional()
          .describe('What a volunteer in no pair heard last, and what they can do; nothing about anybody else.'),
        pause: z
          .object({ until: z.iso.date().describe('First day back.') })
          .strict()
          .optional(),
        pauseRange: z
          .object({ earliest: z.iso.date(), latest: z.iso.date() })
          .strict()
          .optional()
          .describe('Dates on which a pause set now may end; absent where none can be set.'),
        diversity: z
          .object({ gender: mixAnswer(genders).optional(), ageBand: mixAnswer(ageBands).optional() })
          .strict()
          .optional()
          .describe(
            'What the reader may say of themselves for the mix of the programme, and what they said; in no other answer of this API.',
          ),
        rematch: z
          .enum(['another', 'enough'])
          .optional()
          .describe('What the reader wants since a pair of theirs was over; absent while the two may still go on.'),
      })
      .strict()
      .optional(),
    pairs: z.array(myPairSchema),
    steps: z.array(stepSchema),
    assisting: z.array(
      z
        .object({
          menteeName: z.string(),
          sessions: z.array(
            z
              .object({
                number: z.number().int(),
                state: monthStepSchema,
                start: instant.optional(),
                end: instant.optional(),
              })
              .strict(),
          ),
          steps: z.array(assistantStepSchema),
        })
        .strict(),
    ),
  })
  .strict();
export type MyPage = z.infer<typeof myPageSchema>;
/** What the page says of the participant themselves. */
export type OwnFacts = NonNullable<MyPage['me']>;
