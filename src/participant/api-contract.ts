import { z } from 'zod';
import { actionSchema } from '../messaging/actions';
import { monthStepSchema } from '../board/api-contract';
import { programmeStateSchema } from '../programme/api-contract';
import { peopleMapSchema } from './contract';

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
  })
  .strict();
export type PeopleCheckRequest = z.infer<typeof peopleCheckRequestSchema>;

/** What the file holds and what a confirmation would change. Nothing is kept before it. */
export const peopleCheckSchema = z
  .object({
    importId: z.string().optional().describe('To confirm with; absent where no row can be taken.'),
    rows: z.number().int(),
    accepted: z.number().int(),
    rejected: z.array(z.object({ row: z.number().int(), column: z.string(), reason: bilingual }).strict()),
    rejectedMore: z.number().int().describe('Rejected cells beyond the 200 listed.'),
    warnings: z.array(bilingual),
    added: z.number().int(),
    changed: z.number().int(),
    unchanged: z.number().int(),
    missing: z.number().int().describe('People of the programme whom the file does not name; they stay as they are.'),
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

/** Something the reader can do now. `actions` are ready to be posted to /actions; inputs are added where the step asks for them. */
export const stepSchema = z
  .object({
    step: z.enum(['invitation', 'proposal', 'slots', 'move', 'met', 'survey']),
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
  })
  .strict();
export type StepDto = z.infer<typeof stepSchema>;

export const myPairSchema = z
  .object({
    pairId: z.string(),
    side: z.enum(['mentor', 'mentee']),
    state: z.enum(['active', 'finished', 'ended']),
    partner: z
      .object({
        name: z.string(),
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
    me: z
      .object({
        name: z.string(),
        role: roleSchema,
        state: stateSchema,
        timeZone: z.string(),
        languages: z.array(z.string()),
        expertise: z.array(z.object({ topic: z.string(), level: z.number().int() }).strict()),
        goals: z.array(z.object({ topic: z.string(), priority: z.number().int() }).strict()),
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
