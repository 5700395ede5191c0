import { z } from 'zod';
import { acceptInvitationPress, declineInvitationPress } from '../enrolment/contract';
import { acceptProposalPress, declineProposalPress } from '../proposal/contract';
import { chooseRenewalPress } from '../renewal/contract';
import { metPress, moveSessionPress, noneSuitPress, notMetPress, suitsPress } from '../session/contract';
import { answerSurveyPress, skipSurveyPress } from '../survey/contract';

const bilingual = z.object({ fr: z.string(), en: z.string() }).strict();
const instant = z.iso.datetime();

const question = z.discriminatedUnion('type', [
  z.object({ id: z.string(), type: z.enum(['agreement', 'zero-to-ten', 'comment']) }).strict(),
  z.object({ id: z.string(), type: z.literal('choice'), choices: z.array(z.string()) }).strict(),
]);

const invitationStep = z
  .object({
    step: z.literal('invitation'),
    actions: z
      .array(z.discriminatedUnion('verb', [acceptInvitationPress, declineInvitationPress]))
      .describe('Without `invitation/not-now` for somebody who has said that.'),
  })
  .strict();

const returnStep = z.object({ step: z.literal('return'), actions: z.tuple([acceptInvitationPress]) }).strict();

const proposalStep = z
  .object({
    step: z.literal('proposal'),
    actions: z.tuple([acceptProposalPress, declineProposalPress]),
    topicFamilies: z.array(bilingual).describe('All that is told of the other before both said yes.'),
    replyBy: instant,
  })
  .strict();

const session = { pairId: z.string(), number: z.number().int().describe('Session number.') };
const partnerName = z.string();

/** The hours to choose from, as an assistant sees them. */
const slots = z
  .object({
    step: z.literal('slots'),
    ...session,
    actions: z.tuple([suitsPress, noneSuitPress]),
    slots: z.array(z.object({ index: z.number().int(), start: instant, end: instant }).strict()),
    chosen: z.array(z.number().int()),
  })
  .strict();

/** The hour that is booked, as an assistant sees it. */
const move = z
  .object({
    step: z.literal('move'),
    ...session,
    actions: z.tuple([moveSessionPress]),
    start: instant,
  })
  .strict();

const metStep = z
  .object({
    step: z.literal('met'),
    ...session,
    partnerName,
    actions: z.tuple([metPress, notMetPress]),
    start: instant,
  })
  .strict();

const surveyStep = z
  .object({
    step: z.literal('survey'),
    actions: z.tuple([answerSurveyPress, skipSurveyPress]),
    pairId: z.string().optional().describe('Present where the questions are about one pair.'),
    surveyRound: z.string(),
    instrument: z.enum(['baseline', 'pulse', 'midpoint', 'closing']),
    replyBy: instant,
    questions: z.array(question),
  })
  .strict();

const renewalStep = z
  .object({
    step: z.literal('renewal'),
    actions: z.tuple([chooseRenewalPress]),
    pairId: z.string(),
    partnerName,
    side: z.enum(['mentor', 'mentee']).describe('In the pair that has finished.'),
    replyBy: instant,
    hearsBy: instant.describe('Until when the reader hears that the two go on, if they do.'),
    canSwap: z.boolean().describe('Whether the two may swap roles.'),
    answered: z.boolean().describe('The reader has chosen, and may still change it.'),
    goOn: z.array(z.enum(['again', 'swap'])).describe('What the reader chose.'),
    otherwise: z.enum(['another', 'enough']).optional().describe('Absent until the reader has chosen.'),
  })
  .strict();

/** Something the reader can do now. `actions` are ready to be posted to /actions; inputs are added where the step asks for them. */
export const stepSchema = z.discriminatedUnion('step', [
  invitationStep,
  returnStep,
  proposalStep,
  slots.extend({ partnerName }),
  move.extend({ partnerName }),
  metStep,
  surveyStep,
  renewalStep,
]);
export type StepDto = z.infer<typeof stepSchema>;
/** The step of that name. */
export type StepOf<Name extends StepDto['step']> = Extract<StepDto, { readonly step: Name }>;

/** What an assistant can do for the person they assist: hours, and nothing about whom or what. */
export const assistantStepSchema = z.discriminatedUnion('step', [slots, move]);
export type AssistantStepDto = z.infer<typeof assistantStepSchema>;
/** The step of that name, as an assistant sees it. */
export type AssistantStepOf<Name extends AssistantStepDto['step']> = Extract<AssistantStepDto, { readonly step: Name }>;
