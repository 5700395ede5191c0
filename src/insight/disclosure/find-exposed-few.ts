import { fewestTold } from '../../privacy/small-groups';
import { emptySpace, type ColumnSpace } from './build-column-space';
import { dividePeople, type PeopleAlike } from './group-people';
import type { ToldSum } from './told-sum';

/** Sets of few people looked at for one question: beyond, the sums count as exposing somebody. */
const mostLookedAt = 5_000;

/**
 * Whether some combination of the sums (totals less cuts, one round's figure less another's, the change less both) is about one to four people
 * alone: a vector of their row space with no entry but theirs. That is the test of linear disclosure of statistical offices (Hundepool et al.,
 * Statistical Disclosure Control, 2012, chapters 4 and 5). People whom no sum tells apart are in a combination together or not at all, so sets of such
 * groups are looked at, of fewer than `fewest` people: a combination about a set alone exists exactly where the columns of everybody else have a lower rank than all columns.
 */
export function exposesFew(sums: readonly ToldSum[], fewest = fewestTold): boolean {
  const groups = dividePeople(sums);
  const few = groups.filter(({ people }) => people.length < fewest);
  const others = spanOf(
    groups.filter(({ people }) => people.length >= fewest),
    emptySpace,
  );
  const { rank } = spanOf(few, others);
  if (others.rank === rank) return false;
  let looked = 0;
  /** Whether a set that holds `chosen` and some of the groups from `next` on is exposed; `left` people may still join it. */
  const search = (next: number, chosen: ReadonlySet<PeopleAlike>, left: number): boolean => {
    if (++looked > mostLookedAt) return true;
    if (
      chosen.size > 0 &&
      spanOf(
        few.filter((group) => !chosen.has(group)),
        others,
      ).rank < rank
    )
      return true;
    return few.some(
      (group, index) =>
        index >= next &&
        group.people.length <= left &&
        search(index + 1, new Set([...chosen, group]), left - group.people.length),
    );
  };
  return search(0, new Set(), fewest - 1);
}

function spanOf(groups: readonly PeopleAlike[], from: ColumnSpace): ColumnSpace {
  let space = from;
  for (const { columns } of groups) for (const column of columns.values()) space = space.with(column);
  return space;
}
