import { pairPlanKey, type PairPlan } from '../domain/pair-plan';
import { vaultOf, type PairReading } from '../domain/pair-vault';
import type { Programme } from '../domain/programme';
import type { Pair } from '../domain/proposal';
import type { Stored } from '../kernel/row-store';
import { planOf, type OwnSession } from './rules';

/** The plan of a pair, and the row that a change of it replaces. */
export interface PlanState {
  readonly sessions: readonly OwnSession[];
  /** 0 until the two have changed something. */
  readonly revision: number;
  readonly stored?: Stored<PairPlan>;
}

/** The plan that holds for a pair now. One point read. */
export async function readPlan(
  { pairs }: PairReading,
  { id, plan }: Programme,
  pair: Pick<Pair, 'id' | 'months'>,
): Promise<PlanState> {
  const stored = await pairs.get(vaultOf(id, pair.id), 'plan', pairPlanKey);
  return {
    sessions: planOf(plan.format, pair.months, stored?.value),
    revision: stored?.value.revision ?? 0,
    ...(stored === undefined ? {} : { stored }),
  };
}
