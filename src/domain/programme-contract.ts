import { measureIds } from './figures';
import { ownQuestionsSchema, thresholdsSchema } from './own-questions-contract';
import { pilotSchema } from './pilot-contract';
import { z } from 'zod';
import { isTimeZone } from '../calendar/is-time-zone';
import { byLanguage, formsOfAddress, languages, type Localised } from '../language/languages';

const bilingual = z
  .object(byLanguage(() => z.string().trim().min(1).max(300)))
  .strict()
  .describe('The same words in French and in English.');

/** A zone that no clock knows would fail wherever a date is written. */
const timeZone = z
  .string()
  .max(60)
  .refine(isTimeZone, { message: 'an IANA time zone is expected, such as Europe/Paris' });
/** Instants are compared as text: in other centuries they are written otherwise. */
const firstDay = '2000-01-01';
const lastDay = '2199-12-31';

/** The objectives that a plan has at most. */
export const mostObjectives = 5;

export const objectiveSchema = z
  .object({
    kind: z
      .enum([
        'digital-skills',
        'understanding-a-generation',
        'agility',
        'sustainability',
        'inclusion',
        'careers',
        'own',
      ])
      .describe('Family of the objective; `own` for a wording outside the families.'),
    wording: bilingual.describe('What the programme wants to change, as people will read it.'),
    measure: bilingual.optional().describe('How the change is measured.'),
    unit: z.string().trim().min(1).max(30).default('%').describe('Unit of baseline and target.'),
    baseline: z.number().optional().describe('The measure before the programme.'),
    target: z.number().optional().describe('The measure the programme aims at.'),
    measuredBy: z
      .object({
        measure: z.enum(measureIds).describe('A question of the surveys, or several that are one scale.'),
        side: z.enum(['mentor', 'mentee']).describe('Whose answers.'),
      })
      .strict()
      .optional()
      .describe(
        'The answers that show where the objective stands, in groups only; absent where it is measured otherwise.',
      ),
  })
  .strict();

const contactSchema = z
  .object({
    name: z.string().trim().min(1).max(200).describe('Name as people know it.'),
    email: z.email().describe('Address the person is found by in a team roster; never proof of identity.'),
    language: z.enum(languages).default('fr').describe('Language the person reads.'),
    timeZone: timeZone.optional().describe('IANA time zone of the person; the zone of the programme where absent.'),
  })
  .strict();

/** Somebody named twice would be welcomed twice. */
function eachOnce(people: readonly { readonly email: string }[], context: z.RefinementCtx): void {
  const addresses = people.map(({ email }) => email.toLowerCase());
  for (const [index, address] of addresses.entries())
    if (addresses.indexOf(address) < index)
      context.addIssue({ code: 'custom', path: [index, 'email'], message: 'this address is named above already' });
}

/** The programme file: everything HR decides before enrolment opens. Missing pieces are listed by readiness, not refused. */
export const programmePlanSchema = z
  .object({
    id: z
      .string()
      .regex(/^[a-z0-9][a-z0-9-]{1,39}$/)
      .describe('Short identifier: lower-case letters, digits and hyphens.'),
    name: bilingual.describe('Name of the programme.'),
    template: z.string().max(60).default('blank').describe('Template the plan was started from.'),
    objectives: z.array(objectiveSchema).max(mostObjectives).default([]).describe('One to five objectives.'),
    sponsor: contactSchema.optional().describe('The executive who pledges to back the programme in public.'),
    administrators: z
      .array(contactSchema)
      .max(20)
      .superRefine(eachOnce)
      .default([])
      .describe('HR administrators of this programme, each once.'),
    delegates: z
      .array(
        contactSchema
          .extend({ mentee: z.string().min(1).max(100).describe('Id of the mentee in the people file.') })
          .strict(),
      )
      .max(60)
      .default([])
      .describe('Assistants named by a mentee: they may book and move sessions and see times, nothing else.'),
    startsOn: z.iso
      .date({ abort: true })
      .refine((date) => date >= firstDay && date <= lastDay, {
        message: `a day from ${firstDay} to ${lastDay} is expected`,
      })
      .describe('First day of the programme, in its time zone.'),
    months: z.number().int().min(3).max(6).default(6).describe('Months, one session each: 3 to 6.'),
    format: z
      .enum(['informal', 'shared-project', 'cross-feedback'])
      .default('informal')
      .describe('Format of the sessions.'),
    timeZone: timeZone.default('Europe/Paris').describe("IANA zone of the programme's dates and of its channel."),
    country: z
      .string()
      .length(2)
      .default('FR')
      .describe("ISO 3166 country whose public holidays the channel's reminder avoids."),
    languages: z
      .array(z.enum(languages))
      .min(1)
      .default(['fr', 'en'])
      .describe('Languages of channel posts, in order.'),
    culture: z
      .object({
        address: z.enum(formsOfAddress.fr).default('vous').describe('Form of address in French.'),
        names: z.enum(['first', 'full']).default('first').describe('First names, or full names.'),
        directness: z.enum(['direct', 'indirect']).default('direct').describe('How directly the bot asks.'),
        hierarchyDistance: z.enum(['low']).default('low').describe('Low: proposals go straight to the two people.'),
      })
      .strict()
      .default({ address: 'vous', names: 'first', directness: 'direct', hierarchyDistance: 'low' })
      .describe('Culture profile.'),
    channel: z
      .object({
        team: z.string().min(1).max(200).describe('Name of the team in Microsoft Teams.'),
        channel: z.string().min(1).max(200).describe('Name of the channel in that team.'),
      })
      .strict()
      .optional()
      .describe('Where the monthly reminder is posted.'),
    surveys: z
      .object({
        baseline: z.boolean().default(true).describe('Survey at the start.'),
        pulse: z.boolean().default(true).describe('Three questions after each session.'),
        midpoint: z.boolean().default(true).describe('Survey half-way.'),
        closing: z.boolean().default(true).describe('Survey at the end.'),
        followUp: z.boolean().default(true).describe('Survey three months after the last month.'),
        waiting: z
          .boolean()
          .default(true)
          .describe(
            'The baseline, and questions at the end, for people who wait for a partner, where five of a side do: what they answer shows what changes without mentoring.',
          ),
        cut: z
          .enum(['function', 'department', 'site', 'country'])
          .optional()
          .describe(
            'The one attribute by which answers of the closing are told of groups of five and more; none where absent.',
          ),
        questions: ownQuestionsSchema
          .optional()
          .describe(
            'Questions of your own beside those of the product, which stay as they are. Settled once enrolment is open.',
          ),
        version: z
          .number()
          .int()
          .min(1)
          .optional()
          .describe(
            'Version of these questions, counted by the product: a change before enrolment opens is the next one, and so is a programme made from this file. Answers are compared within one version.',
          ),
      })
      .strict()
      .optional()
      .describe('Survey plan.'),
    thresholds: thresholdsSchema
      .optional()
      .describe(
        'From how many answers on something is told: five for figures and ten for comments where absent. Once enrolment is open they may rise, and never fall.',
      ),
    diversity: z
      .object({
        gender: z.boolean().default(false).describe('Whether people may say their gender.'),
        ageBand: z.boolean().default(false).describe('Whether people may say their age band.'),
      })
      .strict()
      .optional()
      .describe(
        'What people may say of themselves, alone and each with a yes of its own, for the mix of the programme as a whole. It is shown to nobody and is no part of a score; where it is switched off again, what was said is erased.',
      ),
    pilot: pilotSchema
      .optional()
      .describe(
        'The rule by which a pilot goes on or stops. Settled once enrolment is open, and weighed when the programme is over and the closing survey has its figures.',
      ),
    retention: z
      .object({
        answersDays: z
          .number()
          .int()
          .min(90)
          .max(1825)
          .default(365)
          .describe('Days after the end until the key of the answers is destroyed.'),
      })
      .strict()
      .default({ answersDays: 365 })
      .describe('How long personal answers can be joined to a person.'),
  })
  .strict()
  .superRefine(({ pilot, surveys }, context) => {
    for (const [index, { by }] of (pilot?.goesOnIf ?? []).entries()) {
      const isAsked =
        by === 'answers' ? surveys?.closing : by === 'change' ? surveys?.baseline && surveys.closing : true;
      if (isAsked !== true)
        context.addIssue({
          code: 'custom',
          path: ['pilot', 'goesOnIf', index, 'by'],
          message: 'the plan leaves out a survey that this condition is weighed by',
        });
    }
  });

export type ProgrammePlan = z.infer<typeof programmePlanSchema>;
export type ProgrammePlanInput = z.input<typeof programmePlanSchema>;
export type Objective = z.infer<typeof objectiveSchema>;
export type CultureProfile = ProgrammePlan['culture'];
export type Bilingual = Localised<string>;
