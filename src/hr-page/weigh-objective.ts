import type { FollowedObjective } from '../insight/results-contract';

/** Where an objective stands; otherwise: it is not measured by answers. */
export type ObjectiveState = 'reached' | 'on-the-way' | 'behind' | 'not-told' | 'otherwise';

/** How much of its way an objective is to have made by each round. */
const shareDue: Readonly<Partial<Record<NonNullable<FollowedObjective['last']>['instrument'], number>>> = {
  midpoint: 0.5,
  closing: 1,
  'follow-up': 1,
};

/**
 * Where an objective stands by the latest answers: `reached` at its target or beyond it, else `behind` where less of its way is made than is due by that round (half
 * of it half-way, all of it at the end). The way begins where the first answers were, or where the plan has it.
 */
export function weighObjective({ measuredBy, baseline, target, first, last }: FollowedObjective): ObjectiveState {
  if (measuredBy === undefined || target === undefined) return 'otherwise';
  const now = last ?? first;
  if (now === undefined) return 'not-told';
  const start = first?.value ?? baseline ?? now.value;
  // Where the plan's start is beyond its target, less is wanted.
  const direction = Math.sign(target - (baseline ?? start)) || 1;
  if (direction * (now.value - target) >= 0) return 'reached';
  const due = shareDue[now.instrument] ?? 0;
  return direction * (now.value - (start + due * (target - start))) < 0 ? 'behind' : 'on-the-way';
}
