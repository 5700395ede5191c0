import type { PairVault } from '../domain/pair-vault';
import type { Saving } from '../domain/ports';
import type { Press, PressAnswer } from '../member/press';
import { changePlan, type PlanRef } from './change-plan';
import { maySwap, swapSessions as swap } from './rules';

/** Two sessions that are still to come change places; the first and the last stay where they are. */
export function swapSessions(
  press: Press<Saving | 'people', PairVault>,
  { number, with: other, ...ref }: PlanRef & { readonly number: number; readonly with: number },
): Promise<PressAnswer> {
  return changePlan(press, ref, (plan, past) =>
    maySwap(number, other, plan.length, past) ? swap(plan, number, other) : undefined,
  );
}
