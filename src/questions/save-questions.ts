import type { OwnQuestion } from '../domain/own-questions';
import type { Actor, Ports, Saving, UseCaseContext } from '../domain/ports';
import { programmePlanSchema, type ProgrammePlan } from '../domain/programme-contract';
import { ok, refused, type Ok, type Refused } from '../kernel/result';
import type { AdministratorProblem } from '../programme/keep-administrators';
import { savePlan } from '../programme/save-plan';
import type { QuestionsAnswer, QuestionsBody } from './api-contract';
import { checkQuestions, type QuestionIssue } from './check-questions';
import { hasLaunched, leastThresholds, plannedSurveys, questionsOf } from './read-questions';

export type QuestionsSaved =
  | Ok<QuestionsAnswer>
  | Refused<'not-found' | 'conflict' | 'frozen' | AdministratorProblem>
  | { readonly ok: false; readonly reason: 'invalid'; readonly issues: readonly QuestionIssue[] };

/**
 * Replaces HR's own questions and the thresholds of a plan. `revision` is the one the editor saw: whoever comes second is told, and nothing is lost. Once enrolment is open the
 * questions are settled, and thresholds only rise. The same twice changes nothing.
 */
export async function saveQuestions(
  ports: Ports<Saving | 'people' | 'tenants' | 'holidayFrom'>,
  programmeId: string,
  body: QuestionsBody,
  actor: Actor,
  context: UseCaseContext,
  revision: number,
): Promise<QuestionsSaved> {
  const stored = await ports.programmes.get(programmeId, 'programme', 'programme');
  if (stored === undefined) return refused('not-found');
  if (stored.value.revision !== revision) return refused('conflict');
  const programme = stored.value;
  const before = programme.plan.surveys?.questions ?? [];
  const checked = checkQuestions(body, plannedSurveys(programme.plan), leastThresholds(programme));
  if (hasLaunched(programme) && (!checked.ok || !areSame(before, checked.value))) {
    const isAboutThresholds = !checked.ok && checked.issues.every(({ path }) => path.startsWith('thresholds.'));
    if (!isAboutThresholds) return refused('frozen');
  }
  if (!checked.ok) return checked;
  const plan = withQuestions(programme.plan, checked.value, body.thresholds);
  const saved = await savePlan(ports, plan, actor, context, { revision });
  if (saved.ok) return ok(questionsOf(saved.value));
  return refused(saved.reason);
}

function areSame(before: readonly OwnQuestion[], after: readonly OwnQuestion[]): boolean {
  const texts = [before, after].map((questions) => JSON.stringify(questions.map(inOrder)));
  return texts[0] === texts[1];
}

function inOrder({ id, kind, words, ends, choices, who, surveys, place }: OwnQuestion): unknown {
  const both = (of: OwnQuestion['words'] | undefined) => of && [of.fr, of.en];
  return [id, kind, both(words), both(ends?.low), both(ends?.high), choices?.map(both), who, surveys, place];
}

/** Read by the schema, so that the same plan is the same text whichever way it came. */
function withQuestions(
  plan: ProgrammePlan,
  questions: readonly OwnQuestion[],
  thresholds: QuestionsBody['thresholds'],
): ProgrammePlan {
  const { surveys, ...rest } = plan;
  const { questions: _before, ...planned } = surveys ?? {};
  return programmePlanSchema.parse({
    ...rest,
    ...(surveys === undefined ? {} : { surveys: { ...planned, ...(questions.length === 0 ? {} : { questions }) } }),
    thresholds,
  });
}
