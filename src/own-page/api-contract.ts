import * as z from 'zod/mini';
import { ageBands, genders } from '../domain/diversity';
import { monthStepSchema } from '../board/month-step-contract';
import { programmeStates } from '../domain/programme';
import { learningWays, participantStates, roles } from '../domain/participant';
import { myPairSchema } from './pair-contract';
import { assistantStepSchema, stepSchema } from './step-contract';
import { byLanguage } from '../language/languages';

const bilingual = z.strictObject(byLanguage(() => z.string()));
const instant = z.iso.datetime();

const mixAnswer = <V extends string>(values: readonly V[]) =>
  z.strictObject({
    value: z.optional(z.enum(values)),
    since: z.optional(instant).check(z.describe('When the reader said yes.')),
  });

/** GET /programmes/{id}/me: the participant's own page; for an assistant only `assisting`. */
export const myPageSchema = z.strictObject({
  programmeId: z.string(),
  programmeName: bilingual,
  programmeState: z.enum(programmeStates),
  months: z.int(),
  timeZone: z.string().check(z.describe('Zone of the reader, in which the page shows hours, as the cards do.')),
  me: z.optional(
    z.strictObject({
      name: z.string(),
      role: z.enum(roles),
      state: z.enum(participantStates),
      timeZone: z.string(),
      isZoneStated: z.boolean(),
      zones: z
        .array(z.string())
        .check(z.describe('Zones among which the reader may say theirs; none where there is nothing to choose.')),
      languages: z.array(z.string()),
      expertise: z.array(z.strictObject({ topic: z.string(), level: z.int() })),
      goals: z.array(z.strictObject({ topic: z.string(), priority: z.int() })),
      teachingStyle: z.optional(z.array(z.enum(learningWays))),
      learningStyle: z.optional(z.array(z.enum(learningWays))),
      pedagogy: z
        .optional(z.int().check(z.minimum(1), z.maximum(4)))
        .check(z.describe('Ease in sharing knowledge, self-stated.')),
      openness: z
        .optional(z.int().check(z.minimum(1), z.maximum(4)))
        .check(z.describe('Openness to new topics, self-stated.')),
      availability: z.string().check(z.describe('Weekly hours as they can be typed back, in the language asked for.')),
      capacity: z.int().check(z.describe('Pairs at once.')),
      standing: z
        .optional(z.strictObject({ told: z.enum(['waiting', 'not-this-time']), advice: z.optional(bilingual) }))
        .check(z.describe('What a volunteer in no pair heard last, and what they can do; nothing about anybody else.')),
      pause: z.optional(z.strictObject({ until: z.iso.date().check(z.describe('First day back.')) })),
      pauseRange: z
        .optional(z.strictObject({ earliest: z.iso.date(), latest: z.iso.date() }))
        .check(z.describe('Dates on which a pause set now may end; absent where none can be set.')),
      diversity: z
        .optional(z.strictObject({ gender: z.optional(mixAnswer(genders)), ageBand: z.optional(mixAnswer(ageBands)) }))
        .check(
          z.describe(
            'What the reader may say of themselves for the mix of the programme, and what they said; in no other answer of this API.',
          ),
        ),
      rematch: z
        .optional(z.enum(['another', 'enough']))
        .check(
          z.describe('What the reader wants since a pair of theirs was over; absent while the two may still go on.'),
        ),
    }),
  ),
  pairs: z.array(myPairSchema),
  steps: z.array(stepSchema),
  assisting: z.array(
    z.strictObject({
      menteeName: z.string(),
      sessions: z.array(
        z.strictObject({
          number: z.int(),
          state: monthStepSchema,
          start: z.optional(instant),
          end: z.optional(instant),
        }),
      ),
      steps: z.array(assistantStepSchema),
    }),
  ),
});
export type MyPage = z.infer<typeof myPageSchema>;
/** What the page says of the participant themselves. */
export type OwnFacts = NonNullable<MyPage['me']>;
