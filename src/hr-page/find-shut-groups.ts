import { moveGroups, type MoveGroup, type MovePeriod, type MoveTotals } from '../domain/moves';

/**
 * Groups that can no longer be typed of a period for the first time, since a later period of them has been: what is told of the earlier one goes before, and would take
 * back what a page or a file has told of the later one.
 */
export function findShutGroups(
  totals: readonly Pick<MoveTotals, 'months' | 'all' | 'underThirty'>[],
  months: MovePeriod,
): readonly MoveGroup[] {
  const typed = totals.find((one) => one.months === months);
  return moveGroups.filter(
    (group) => typed?.[group] === undefined && totals.some((one) => one.months > months && one[group] !== undefined),
  );
}
