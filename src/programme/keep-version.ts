import type { ProgrammePlan } from '../domain/programme-contract';

/**
 * The plan with the version of HR's own questions: that of the stored plan while they are the same, else the next one; of a programme that is new, the one after that of
 * the file, since a new version is a new instrument. What a file says of it counts only there. Undefined where there never were any.
 */
export function keepVersion(before: ProgrammePlan | undefined, plan: ProgrammePlan): ProgrammePlan {
  if (plan.surveys === undefined) return plan;
  const { version: given, ...surveys } = plan.surveys;
  const known = before === undefined ? given : before.surveys?.version;
  const isSame = before !== undefined && asText(before) === asText(plan);
  const version = isSame ? known : asText(plan) === '[]' && known === undefined ? undefined : (known ?? 0) + 1;
  return { ...plan, surveys: { ...surveys, ...(version === undefined ? {} : { version }) } };
}

function asText({ surveys }: ProgrammePlan): string {
  return JSON.stringify(surveys?.questions ?? []);
}
