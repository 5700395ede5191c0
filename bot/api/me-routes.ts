import { administratorOfAll } from '../../src/member/roles';
import { myPageSchema } from '../../src/own-page/api-contract';
import { myCommentsSchema, type MyComments } from '../../src/own-page/comments-contract';
import { meSchema, type Me } from '../../src/hr-page/me-api-contract';
import { listProgrammes } from '../../src/hr-page/list-programmes';
import { actionAnswerSchema, type ActionAnswer } from '../../src/hr-page/action-api-contract';
import { myPlanSchema } from '../../src/pair-plan/api-contract';
import { actionSchema } from '../../src/dispatch/actions';
import type { ApiDeps } from './api-deps';
import { answered, endpoint, refuse, type Endpoint } from './endpoint';

/** What a person does and sees for themselves. */
export function meRoutes({
  ports,
  performAction,
  readMyPage,
  readMyPlan,
  readMyComments,
  log,
}: ApiDeps): readonly Endpoint[] {
  return [
    endpoint({
      name: 'me-read',
      summary: 'Who is signed in, and in which programmes.',
      answer: meSchema,
      handle: async ({ actor, context }) => {
        const [person, programmes] = await Promise.all([
          ports.people.get(actor.directoryId, 'person', 'person'),
          listProgrammes(ports, actor),
        ]);
        const language = person?.value.language;
        const me: Me = {
          directoryId: actor.directoryId,
          name: person?.value.name ?? actor.name,
          ...(language === undefined ? {} : { language }),
          administratorOfAll: actor.appRoles.includes(administratorOfAll),
          now: context.now,
          programmes: [...programmes],
        };
        return answered(me);
      },
    }),
    endpoint({
      name: 'my-page',
      summary: 'The reader’s own pairs, next session and open steps; for an assistant the times of those they assist.',
      answer: myPageSchema,
      handle: async ({ actor, params, language, context }) => {
        const page = await readMyPage(actor, params['id'] ?? '', context.now, language);
        return page.ok ? answered(page.value) : refuse(page.reason);
      },
    }),
    endpoint({
      name: 'my-plan',
      summary: 'The plan of one of the reader’s own pairs: what each session is for, and what may be changed.',
      answer: myPlanSchema,
      handle: async ({ actor, params, language, context }) => {
        const plan = await readMyPlan(actor, params['id'] ?? '', params['pairId'] ?? '', context.now, language);
        return plan.ok ? answered(plan.value) : refuse(plan.reason);
      },
    }),
    endpoint({
      name: 'my-comments',
      summary: 'The comments that the reader wrote in surveys, each with the step that takes it away.',
      answer: myCommentsSchema,
      handle: async ({ actor, params }) => {
        const comments = await readMyComments(actor, params['id'] ?? '');
        if (!comments.ok) return refuse(comments.reason);
        return answered(comments.value satisfies MyComments);
      },
    }),
    endpoint({
      name: 'action-perform',
      summary: 'Does one step, the same as pressing it on a card, and answers with the card that is true now.',
      body: actionSchema,
      answer: actionAnswerSchema,
      handle: async ({ actor, body, context }) => {
        const outcome = await performAction(actor, body, context);
        log.info(
          {
            event: 'press',
            verb: body.verb,
            outcome: outcome.changed ? 'changed' : 'same',
            correlationId: context.correlationId,
            programmeId: 'programmeId' in body ? body.programmeId : undefined,
          },
          'A press was answered.',
        );
        const answer: ActionAnswer = { view: outcome.view, changed: outcome.changed };
        return answered(answer);
      },
    }),
  ];
}
