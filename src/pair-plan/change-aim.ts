import type { PairVault } from '../domain/pair-vault';
import type { Saving } from '../domain/ports';
import { visibleText } from '../language/visible-text';
import type { Press, PressAnswer } from '../member/press';
import { changePlan, type PlanRef } from './change-plan';
import { rewordAim } from './rules';

/** The aim of a session that is still to come in the pair's own words, on one line; without any it is again as we wrote it. */
export function changeAim(
  press: Press<Saving | 'people', PairVault>,
  { number, words, ...ref }: PlanRef & { readonly number: number; readonly words: string },
): Promise<PressAnswer> {
  const line = visibleText(words).replaceAll('\n', ' ');
  return changePlan(press, ref, (plan, past) =>
    number > plan.length || past.has(number) ? undefined : rewordAim(plan, number, line),
  );
}
