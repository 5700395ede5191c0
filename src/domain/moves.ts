import type { Instant } from '../kernel/clock';

/** Months after the start of a programme at which HR counts who left the company and who moved in it. */
export const movePeriods = [6, 12] as const;
export type MovePeriod = (typeof movePeriods)[number];

/** Of whom it is counted: everybody, or people under thirty years of age alone. */
export const moveGroups = ['all', 'underThirty'] as const;
export type MoveGroup = (typeof moveGroups)[number];

/** People who were there at the start, and how many of them had left or moved by then; who moved and left has left. */
export interface SideTotals {
  readonly people: number;
  readonly left: number;
  readonly moved: number;
}

/** People in pairs beside people who waited for a partner. */
export interface GroupTotals {
  readonly participants: SideTotals;
  readonly waiting: SideTotals;
}

/** What HR typed for one period: totals without a name. */
export interface MoveTotals {
  readonly months: MovePeriod;
  readonly all: GroupTotals;
  readonly underThirty?: GroupTotals;
  readonly typedAt: Instant;
  readonly revision: number;
}
