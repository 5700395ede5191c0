import { meetAims } from './meet-aims';
import type { AimStudy } from './run-program';
import type { Asked } from './search-bonuses';

/**
 * The smallest sets of aims that cannot all be met by as many edges as there can be, each without a smaller one inside it: sets are
 * asked about by their size, so that what holds one that fights is passed over. A set of which nothing is proved counts as possible.
 */
export function findConflictingAims(study: AimStudy, asked: Asked): readonly (readonly number[])[] {
  const fights: number[] = [];
  for (const set of setsBySize(asked.length)) {
    if (fights.some((smaller) => (smaller & set) === smaller)) continue;
    const some = asked.filter((_, index) => (set & (1 << index)) !== 0);
    if (meetAims(study, some, { nearest: false }).possible === false) fights.push(set);
  }
  return fights.map((set) => asked.flatMap(({ aim }, index) => ((set & (1 << index)) === 0 ? [] : [aim])));
}

/** Sets of so many, as bits, small ones first. */
function setsBySize(count: number): readonly number[] {
  const sizeOf = (set: number): number => set.toString(2).replaceAll('0', '').length;
  return Array.from({ length: 2 ** count - 1 }, (_, index) => index + 1).sort(
    (one, other) => sizeOf(one) - sizeOf(other) || one - other,
  );
}
