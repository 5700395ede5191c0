import { z } from 'zod';
import { actionSchema } from '../messaging/actions';
import { ageBands, genders } from '../mix/model';
import { monthStepSchema } from '../board/api-contract';
import { programmeStateSchema } from '../programme/api-contract';
import { peopleFields, peopleMapSchema } from './contract';
import { learningWays } from './model';

/** People listed by name of those who would leave. */
export const mostLeavingListed = 100;

const bilingual = z.object({ fr: z.string(), en: z.string() }).strict();
const instant = z.iso.datetime();
const roleSchema = z.enum(['mentor', 'mentee', 'both']);
const stateSchema = z.enum(['imported', 'invited', 'enrolled', 'not-now', 'withdrawn']);
export const reachSchema = z.enum(['unknown', 'reachable', 'not-linked', 'app-missing', 'blocked']);

/** POST /programmes/{id}/people/check: the file as it is, in base64; at most 5 MB before encoding. */
export const peopleCheckRequestSchema = z
  .object({
    fileName: z.string().min(1).max(200).describe('Name of the file; its ending tells CSV from XLSX.'),
    contentBase64: z.base64().max(7_000_000),
    map: peopleMapSchema.optional(),
    leaveOut: z
      .array(z.enum(peopleFields))
      .max(peopleFields.length)
      .optional()
      .describe('Fields not to be looked for, although a column has their usual name.'),
    complete: z.boolean().optional().describe('The file lists everybody: who is not in it has left.'),
  })
  .strict();
export type PeopleCheckRequest = z.infer<typeof peopleCheckRequestSchema>;

const fieldColumnsSchema = z
  .object({
    field: z.enum(peopleFields),
    columns: z
      .array(z.string())
      .describe('Headers it is read from, joined in this order; none where it is not in the file.'),
    values: z
      .array(
        z
          .object({
            value: z.string(),
            meaning: z.string().optional().describe('What it is read as; absent where it is not understood.'),
          })
          .strict(),
      )
      .max(30)
      .optional()
      .describe('Of a field with a closed set of values: those of the file, the ones not understood first.'),
    valuesMore: z.number().int().optional().describe('Values beyond the 30 listed.'),
  })
  .strict();

/** How the columns of a file were read, for a person who may choose them otherwise. */
export const fileColumnsSchema = z
  .object({
    headers: z.array(z.string()).max(60).describe('Columns that can be chosen; those of origins never can.'),
    headersMore: z.number().int().describe('Columns beyond the 60 listed.'),
    fields: z.array(fieldColumnsSchema),
    missing: z.array(z.enum(['person-id', 'name', 'role'])).describe('What nobody can be taken without.'),
  })
  .strict();
export type FileColumns = z.infer<typeof fileColumnsSchema>;
export type FieldColumns = z.infer<typeof fieldColumnsSchema>;

const leavingSchema = z
  .object({
    count: z.number().int(),
    people: z.array(z.object({ id: z.string(), name: z.string() }).strict()).max(mostLeavingListed),
    asksAgain: z
      .boolean()
      .describe('They are more than a fifth of the programme: the confirmation has to give their number.'),
  })
  .strict();

/** POST /programmes/{id}/people/imports/{importId}/confirm */
export const importConfirmSchema = z
  .object({ leaving: z.number().int().min(0).optional().describe('How many people leave, said once more.') })
  .strict();

/** GET /programmes/{id}/people/{personId}/departure */
export const departurePreviewSchema = z
  .object({ pairs: z.number().int().describe('Running pairs of the person, which would end.') })
  .strict();

/** What the file holds and what a confirmation would change. Nothing is kept before it. */
export const peopleCheckSchema = z
  .object({
    importId: z.string().optional().describe('To confirm with; absent where no row can be taken.'),
    rows: z.number().int(),
    accepted: z.number().int(),
    rejected: z.array(z.object({ row: z.number().int(), column: z.string(), reason: bilingual }).strict()),
    rejectedMore: z.number().int().describe('Rejected cells beyond the 200 listed.'),
    warnings: z.array(bilingual),
    columns: fileColumnsSchema,
    added: z.number().int(),
    changed: z.number().int(),
    unchanged: z.number().int(),
    missing: z
      .number()
      .int()
      .describe('People of the programme whom the file does not name; they stay as they are, unless it is complete.'),
    returning: z
      .number()
      .int()
      .describe('People whom an earlier complete file did not name, and who are in this one: they come back.'),
    nameless: z.number().int().describe('Rows that do not say who they are about: with one, no file is complete.'),
    leaving: leavingSchema
      .optional()
      .describe('Of a complete file: who would take no part any more. Absent where a row is nameless.'),
  })
  .strict();
export type PeopleCheck = z.infer<typeof peopleCheckSchema>;

export const personSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    role: roleSchema,
    state: stateSchema,
    linked: z.boolean(),
    linkedBy: z.enum(['team-roster', 'directory', 'by-hand']).optional(),
    reach: reachSchema,
    remedy: z.string().optional().describe('What makes this person reachable, in the language asked for.'),
  })
  .strict();
export type PersonDto = z.infer<typeof personSchema>;

/** GET /programmes/{id}/people */
export const peopleListSchema = z.object({ people: z.array(personSchema), next: z.string().optional() }).strict();
export type PeopleList = z.infer<typeof peopleListSchema>;

/** POST /programmes/{id}/people/{personId}/link */
export const linkRequestSchema = z
  .object({ directoryId: z.uuid().describe('Object id of the person in the directory.') })
  .strict();

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
    programmeState: programmeStateSchema,
    months: z.number().int(),
    timeZone: z.string().describe('Zone of the reader, in which the page shows hours, as the cards do.'),
    me: z
      .object({
        name: z.string(),
        role: roleSchema,
        state: stateSchema,
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
        mix: z
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
