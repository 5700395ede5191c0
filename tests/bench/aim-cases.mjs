/* Problems as people make them, with aims over the whole programme that all bind. */
import { product } from './product.mjs';
import { chance, forbidden, structuredScores } from './score-matrices.mjs';

/** How many fifths of five groups gave one of two answers; two people of two groups differ with such a chance, in parts of 25. */
const fifths = [1, 3, 2, 4, 2];
const mixedWeights = fifths.map((one) => fifths.map((other) => 25 - one * other - (5 - one) * (5 - other)));
/** In basis points: a little more than comes by itself. */
const mixedShare = 5400;

/** A problem with three aims on what pairs share, and one on a composition that counts in parts of 25. */
export function aimCase(size, seed) {
  const { edgesAcross } = product('src/pairing/aims/count-aimed-edges');
  const below = chance(seed);
  const groups = (count) => Array.from({ length: size }, () => Math.min(below(count), below(count)));
  const across = (count, percent) => ({
    edges: edgesAcross(groups(count), groups(count)),
    wanted: { atLeastShare: 100 * percent },
  });
  const aims = [across(6, 95), across(9, 97), across(4, 85)];
  return {
    problem: { rows: size, columns: size, score: structuredScores(size, seed), forbidden },
    aims,
    mixed: {
      edges: { rowGroups: groups(5), columnGroups: groups(5), weights: mixedWeights },
      whole: 25,
      wanted: { atLeastShare: mixedShare },
    },
  };
}
