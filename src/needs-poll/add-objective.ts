import type { Actor, Ports, Saving, UseCaseContext } from '../domain/ports';
import type { Programme } from '../domain/programme';
import { mostObjectives, programmePlanSchema } from '../domain/programme-contract';
import { ok, refused, type Result } from '../kernel/result';
import { savePlan } from '../programme/save-plan';
import { hasObjective, suggestObjectives } from './suggest-objectives';

export interface FindingRef {
  readonly poll: string;
  readonly finding: string;
}

/**
 * Puts an objective that follows from a poll into the plan, where it is HR's to change as any other. `revision` is the one that HR saw. One that is there already
 * changes nothing.
 */
export async function addObjective(
  ports: Ports<Saving | 'people' | 'tenants' | 'holidayFrom'>,
  programmeId: string,
  { poll, finding }: FindingRef,
  actor: Actor,
  context: UseCaseContext,
  revision: number,
): Promise<Result<Programme, 'not-found' | 'conflict' | 'enrolment-open' | 'objectives-full'>> {
  const [programme, stored] = await Promise.all([
    ports.programmes.get(programmeId, 'programme', 'programme'),
    ports.programmes.get(programmeId, 'needs-poll', poll),
  ]);
  if (programme === undefined || stored?.value.result === undefined) return refused('not-found');
  const { plan, state } = programme.value;
  const found = suggestObjectives(stored.value.result, plan).find((one) => one.finding === finding);
  if (found === undefined) return refused('not-found');
  if (hasObjective(plan, found.objective)) return ok(programme.value);
  if (state !== 'setup') return refused('enrolment-open');
  if (plan.objectives.length >= mostObjectives) return refused('objectives-full');
  // Read by the schema, so that the same plan is the same text whichever way it came.
  const after = programmePlanSchema.parse({ ...plan, objectives: [...plan.objectives, found.objective] });
  const saved = await savePlan(ports, after, actor, context, { revision });
  return saved.ok ? saved : refused(saved.reason === 'frozen' ? 'enrolment-open' : 'conflict');
}
