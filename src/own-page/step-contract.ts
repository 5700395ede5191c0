import * as z from 'zod/mini';
import { ownKinds } from '../domain/own-questions';
import { instruments } from '../domain/survey';
import { acceptCharterPress } from '../charter/contract';
import { acceptInvitationPress, declineInvitationPress } from '../enrolment/contract';
import { answerNeedsPollPress } from '../needs-poll/contract';
import { acceptProposalPress, declineProposalPress } from '../proposal/contract';
import { chooseRenewalPress } from '../renewal/contract';
import { metPress, moveSessionPress, noneSuitPress, notMetPress, suitsPress } from '../session/contract';
import { answerSurveyPress, saveSurveyPress, skipSurveyPress } from '../survey/contract';

const bilingual = z.strictObject({ fr: z.string(), en: z.string() });
const instant = z.iso.datetime();

const question = z.discriminatedUnion('type', [
  z.strictObject({ id: z.string(), type: z.enum(['agreement', 'zero-to-ten', 'comment']) }),
  z.strictObject({ id: z.string(), type: z.literal('choice'), choices: z.array(z.string()) }),
  z
    .strictObject({
      id: z.string(),
      type: z.literal('own'),
      kind: z.enum(ownKinds),
      words: bilingual,
      ends: z.optional(z.strictObject({ low: bilingual, high: bilingual })),
      choices: z.array(bilingual),
    })
    .check(
      z.describe('A question of HR’s own. Its choices are answered as `c1`, `c2` ..., several with commas between.'),
    ),
]);

const invitationStep = z.strictObject({
  step: z.literal('invitation'),
  actions: z
    .array(z.discriminatedUnion('verb', [acceptInvitationPress, declineInvitationPress]))
    .check(z.describe('Without `invitation/not-now` for somebody who has said that.')),
});

const returnStep = z.strictObject({ step: z.literal('return'), actions: z.tuple([acceptInvitationPress]) });

const proposalStep = z.strictObject({
  step: z.literal('proposal'),
  actions: z.tuple([acceptProposalPress, declineProposalPress]),
  topicFamilies: z.array(bilingual).check(z.describe('All that is told of the other before both said yes.')),
  replyBy: instant,
});

const session = { pairId: z.string(), number: z.int().check(z.describe('Session number.')) };
const partnerName = z.string();
const partnerTimeZone = z.string().check(z.describe('IANA name.'));

/** The hours to choose from, as an assistant sees them. */
const slots = z.strictObject({
  step: z.literal('slots'),
  ...session,
  actions: z.tuple([suitsPress, noneSuitPress]),
  slots: z.array(z.strictObject({ index: z.int(), start: instant, end: instant })),
  chosen: z.array(z.int()),
});

/** The hour that is booked, as an assistant sees it. */
const move = z.strictObject({
  step: z.literal('move'),
  ...session,
  actions: z.tuple([moveSessionPress]),
  start: instant,
});

const metStep = z.strictObject({
  step: z.literal('met'),
  ...session,
  partnerName,
  actions: z.tuple([metPress, notMetPress]),
  start: instant,
});

const surveyStep = z.strictObject({
  step: z.literal('survey'),
  actions: z
    .array(z.discriminatedUnion('verb', [answerSurveyPress, saveSurveyPress, skipSurveyPress]))
    .check(z.describe('Of answers that were sent, `survey/answer` alone: it replaces them.')),
  pairId: z.optional(z.string()).check(z.describe('Present where the questions are about one pair.')),
  surveyRound: z.string(),
  instrument: z.enum(instruments),
  replyBy: instant,
  fewest: z
    .strictObject({ scores: z.int(), comments: z.optional(z.int()) })
    .check(z.describe('Of how many people HR reads figures at least, and words where any are asked for.')),
  state: z.enum(['open', 'begun', 'answered']).check(z.describe('`begun`: kept to go on later, and not sent.')),
  given: z.record(z.string(), z.string()).check(z.describe('What the reader has answered so far, by question.')),
  questions: z.array(question),
});

const renewalStep = z.strictObject({
  step: z.literal('renewal'),
  actions: z.tuple([chooseRenewalPress]),
  pairId: z.string(),
  partnerName,
  side: z.enum(['mentor', 'mentee']).check(z.describe('In the pair that has finished.')),
  replyBy: instant,
  hearsBy: instant.check(z.describe('Until when the reader hears that the two go on, if they do.')),
  canSwap: z.boolean().check(z.describe('Whether the two may swap roles.')),
  answered: z.boolean().check(z.describe('The reader has chosen, and may still change it.')),
  goOn: z.array(z.enum(['again', 'swap'])).check(z.describe('What the reader chose.')),
  otherwise: z.optional(z.enum(['another', 'enough'])).check(z.describe('Absent until the reader has chosen.')),
});

const charterStep = z.strictObject({
  step: z.literal('charter'),
  actions: z.tuple([acceptCharterPress]),
  pairId: z.string(),
  partnerName,
  partnerAccepted: z.boolean(),
  words: z.array(z.string()).check(z.describe('In the language asked for.')),
});

const needsPollStep = z.strictObject({
  step: z.literal('needs-poll'),
  actions: z.tuple([answerNeedsPollPress]),
  topics: z.array(z.string()).check(z.describe('Of the catalogue: what is offered in both questions.')),
  words: z
    .strictObject({
      title: z.string(),
      about: z.array(z.string()),
      learn: z.string(),
      teach: z.string(),
      takePart: z.string(),
      replies: z.strictObject({ yes: z.string(), perhaps: z.string(), no: z.string() }),
      note: z.string(),
      send: z.string(),
      sent: z.array(z.string()).check(z.describe('After a press that was counted.')),
      again: z.string(),
    })
    .check(z.describe('As on the card, in the language asked for. Nothing tells whether the reader has answered.')),
});

/** Something the reader can do now. `actions` are ready to be posted to /actions; inputs are added where the step asks for them. */
export const stepSchema = z.discriminatedUnion('step', [
  invitationStep,
  returnStep,
  proposalStep,
  z.extend(slots, { partnerName, partnerTimeZone }),
  z.extend(move, { partnerName, partnerTimeZone }),
  metStep,
  surveyStep,
  renewalStep,
  charterStep,
  needsPollStep,
]);
export type StepDto = z.infer<typeof stepSchema>;
/** The step of that name. */
export type StepOf<Name extends StepDto['step']> = Extract<StepDto, { readonly step: Name }>;

/** What an assistant can do for the person they assist: hours, and nothing about whom or what. */
export const assistantStepSchema = z.discriminatedUnion('step', [slots, move]);
export type AssistantStepDto = z.infer<typeof assistantStepSchema>;
/** The step of that name, as an assistant sees it. */
export type AssistantStepOf<Name extends AssistantStepDto['step']> = Extract<AssistantStepDto, { readonly step: Name }>;
