import { ownSurveys, type OwnSurvey } from '../domain/own-questions';
import type { Ports } from '../domain/ports';
import type { Programme } from '../domain/programme';
import type { ProgrammePlan } from '../domain/programme-contract';
import { ok, refused, type Result } from '../kernel/result';
import { fewestComments, fewestTold, thresholdsOf } from '../privacy/small-groups';
import type { QuestionsAnswer } from './api-contract';
import { findPersonalSubjects, textsOf } from './find-personal-subjects';

/** HR's own questions as they stand, what may still change, and what a works council would ask about. */
export async function readQuestions(
  ports: Ports<'programmes'>,
  programmeId: string,
): Promise<Result<QuestionsAnswer, 'not-found'>> {
  const stored = await ports.programmes.get(programmeId, 'programme', 'programme');
  return stored === undefined ? refused('not-found') : ok(questionsOf(stored.value));
}

/** The same of a programme that was read. */
export function questionsOf(programme: Programme): QuestionsAnswer {
  const { plan, revision } = programme;
  const questions = plan.surveys?.questions ?? [];
  return {
    version: String(revision),
    isFrozen: hasLaunched(programme),
    surveys: [...plannedSurveys(plan)],
    questions,
    ...(plan.surveys?.version === undefined ? {} : { questionsVersion: plan.surveys.version }),
    thresholds: thresholdsOf(plan),
    least: leastThresholds(programme),
    warnings: questions.flatMap((question) =>
      findPersonalSubjects(textsOf(question)).map((subject) => ({ id: question.id, subject })),
    ),
  };
}

/** Whether people have been invited: what they will be asked is part of what they say yes to. */
export function hasLaunched({ state }: Programme): boolean {
  return state !== 'setup';
}

/** The surveys of the plan that take questions of HR's own. */
export function plannedSurveys({ surveys }: ProgrammePlan): readonly OwnSurvey[] {
  return ownSurveys.filter((survey) => surveys?.[survey === 'follow-up' ? 'followUp' : survey] === true);
}

/** Below which thresholds may not be set: of a programme that has launched, what they are. */
export function leastThresholds(programme: Programme): { readonly scores: number; readonly comments: number } {
  return hasLaunched(programme) ? thresholdsOf(programme.plan) : { scores: fewestTold, comments: fewestComments };
}
