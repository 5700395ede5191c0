/* Problems as people make them, with aims over the whole programme that all bind. */
import { product } from './product.mjs';
import { chance, forbidden, structuredScores } from './score-matrices.mjs';

/** A problem with three aims on what pairs share, and one on a mix that counts in parts of 25. */
export function aimCase(size, seed) {
  const { cellsAcross } = product('src/pairing/count-aimed-cells');
  const below = chance(seed);
  const groups = (count) => Array.from({ length: size }, () => Math.min(below(count), below(count)));
  const across = (count, percent) => ({
    cells: cellsAcross(groups(count), groups(count)),
    wanted: { atLeastShare: 100 * percent },
  });
  const aims = [across(6, 95), across(9, 97), across(4, 85)];
  const weights = Array.from({ length: 5 }, (_, one) =>
    Array.from({ length: 5 }, (_, other) => (one === other ? 8 + below(5) : 10 + below(10))),
  );
  return {
    problem: { rows: size, columns: size, score: structuredScores(size, seed), forbidden },
    aims,
    mixed: {
      cells: { rowGroups: groups(5), columnGroups: groups(5), weights },
      whole: 25,
      wanted: { atLeastShare: 5500 },
    },
  };
}
