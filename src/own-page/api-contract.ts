import { z } from 'zod';
import { actionSchema } from '../domain/actions';
import { ageBands, genders } from '../domain/diversity';
import { monthStepSchema } from '../board/api-contract';
import { programmeStates } from '../domain/programme';
import { learningWays, participantStates, roles } from '../domain/participant';
import { byLanguage } from '../language/languages';

const bilingual = z.object(byLanguage(() => z.string())).strict();
const instant = z.iso.datetime();

const slot = z.object({ index: z.number().int(), start: instant, end: instant }).strict();
const question = z
  .object({
    id: z.string(),
    type: z.enum(['agreement', 'zero-to-ten', 'choice', 'comment']),
    choices: z.array(z.string()).optional(),
  })
  .strict();

const mixAnswer = <V extends string>(values: readonly V[]) =>
  z
    .object({ value: z.enum(values).optional(), since: instant.optional().describe('When the reader said yes.') })
    .strict();

/** Something the reader can do now. `actions` are ready to be posted to /actions; inputs are added where the step asks for them. */
export const stepSchema = z
  .object({
    step: z.enum(['invitation', 'return', 'proposal', 'slots', 'move', 'met', 'survey', 'renewal']),
    actions: z.array(actionSchema),
    pairId: z.string().optional(),
    number: z.number().int().optional().describe('Session number.'),
    partnerName: z.string().optional().describe('Absent before both said yes, and for an assistant.'),
    topicFamilies: z.array(bilingual).optional(),
    replyBy: instant.optional(),
    start: instant.optional(),
    slots: z.array(slot).optional(),
    chosen: z.array(z.number().int()).optional(),
    surveyRound: z.string().optional(),
    instrument: z.enum(['baseline', 'pulse', 'midpoint', 'closing']).optional(),
    questions: z.array(question).optional(),
    side: z.enum(['mentor', 'mentee']).optional().describe('In the pair that has finished.'),
    canSwap: z.boolean().optional().describe('Whether the two may swap roles.'),
    answered: z.boolean().optional().describe('The reader has chosen, and may still change it.'),
    goOn: z
      .array(z.enum(['again', 'swap']))
      .optional()
      .describe('What the reader chose.'),
    otherwise: z.enum(['another', 'enough']).optional(),
    hearsBy: instant.optional().describe('Until when the reader hears that the two go on, if they do.'),
  })
  .strict();
export type StepDto = z.infer<typeof stepSchema>;

export const myPairSchema = z
  .object({
    pairId: z.string(),
    side: z.enum(['mentor', 'mentee']),
    state: z.enum(['active', 'finished', 'ended']),
    resumesOn: z.iso.date().optional().describe('From when sessions go on, while one of the two is away.'),
    leave: z
      .enum(['open', 'asked'])
      .optional()
      .describe('Whether the reader has asked to end the pair; absent once it is over. Never what the other asked.'),
    mayStay: z.literal(true).optional().describe('The reader’s own wish to end the pair can still be taken back.'),
    hearsBy: instant
      .optional()
      .describe('Present after the reply date: until when the reader hears that the two go on, if they do.'),
    partner: z
      .object({
        name: z.string(),
        shownName: z.string().describe('As the programme’s culture names people: first name, or the full name.'),
        email: z.string().optional(),
        function: z.string().optional(),
        site: z.string().optional(),
        timeZone: z.string(),
      })
      .strict(),
    topics: z.array(z.string()).describe('Ids of catalogue topics.'),
    startedAt: instant,
    months: z.array(monthStepSchema),
    nextSession: z
      .object({
        number: z.number().int(),
        start: instant,
        end: instant,
        calendarPath: z.string().describe('Signed address of the iCalendar file.'),
      })
      .strict()
      .optional(),
    history: z.array(
      z.object({ number: z.number().int(), state: monthStepSchema, start: instant.optional() }).strict(),
    ),
  })
  .strict();
export type MyPair = z.infer<typeof myPairSchema>;

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
          steps: z.array(stepSchema),
        })
        .strict(),
    ),
  })
  .strict();
export type MyPage = z.infer<typeof myPageSchema>;
