/* Matrices of scores by chance, always the same for a seed. */

/** What marks an edge that may not be used. */
export const forbidden = -2147483648;

/** Whole numbers below a limit by chance (mulberry32). */
export function chance(seed) {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

/** Whole numbers from 0 to a million: hardly a tie. */
export function randomScores(size, seed) {
  const below = chance(seed);
  return Int32Array.from({ length: size * size }, () => below(1_000_001));
}

/**
 * As people are: offices, languages and free hours that are shared or not, subjects some of which everybody wants. Scores
 * are multiples of five up to about a thousand with many ties; about four edges of ten are forbidden.
 */
export function structuredScores(size, seed) {
  const below = chance(seed);
  const skewed = (count) => Math.min(below(count), below(count));
  const someone = () => {
    const levels = new Uint8Array(40);
    for (let subjects = 3 + below(4); subjects > 0; subjects--) levels[skewed(40)] = 1 + below(4);
    let hours = 0;
    for (let slot = 0; slot < 20; slot++) if (below(10) < 4) hours |= 1 << slot;
    return {
      department: skewed(12),
      language: (1 << skewed(6)) | (below(100) < 91 ? 1 : 0),
      zone: [0, 0, 0, 60, 60, 330, -300, -480][below(8)],
      function: below(10),
      hours,
      levels,
    };
  };
  const rows = Array.from({ length: size }, someone);
  const columns = Array.from({ length: size }, someone);
  const scores = new Int32Array(size * size);
  for (let row = 0; row < size; row++) {
    const one = rows[row];
    for (let column = 0; column < size; column++) {
      const other = columns[column];
      const apart = Math.abs(one.zone - other.zone);
      const common = countBits(one.hours & other.hours);
      const allowed =
        one.department !== other.department && (one.language & other.language) !== 0 && common > 1 && apart <= 480;
      let points = 5 * Math.round((480 - apart) / 24) + 20 * Math.min(common, 5);
      for (let subject = 0; subject < 40; subject++)
        points += 15 * Math.min(one.levels[subject], other.levels[subject]);
      if (one.function !== other.function) points += 80;
      scores[row * size + column] = allowed ? points : forbidden;
    }
  }
  return scores;
}

/** From 0 to 10: nearly everything is a tie. */
export function tiedScores(size, seed) {
  const below = chance(seed);
  return Int32Array.from({ length: size * size }, () => below(11));
}

/** Row times column (Machol and Wien 1976): every row wants the same columns, the hard case of such methods. */
export function productScores(size) {
  const scale = Math.min(1, 1_000_000 / size ** 2);
  return Int32Array.from(
    { length: size * size },
    (_, edge) => -Math.ceil((Math.floor(edge / size) + 1) * ((edge % size) + 1) * scale),
  );
}

/** Only later columns are allowed, all alike: one way fills them all. */
export function triangleScores(size) {
  return scoresOf(size, (row, column) => (column <= row ? forbidden : 0));
}

/** The same in a mixed order, with three different scores. */
export function mixedTriangleScores(size, seed) {
  const below = chance(seed);
  const [rowRank, columnRank] = [mixedRanks(size, below), mixedRanks(size, below)];
  return scoresOf(size, (row, column) => (columnRank[column] <= rowRank[row] ? forbidden : below(3)));
}

/** The columns a row is allowed hold those of every row before it: sets as in Hall's theorem. */
export function nestedScores(size, seed) {
  const below = chance(seed);
  const [rowRank, columnRank] = [mixedRanks(size, below), mixedRanks(size, below)];
  return scoresOf(size, (row, column) =>
    columnRank[column] < Math.floor(size * (rowRank[row] / size) ** 2) ? below(1000) : forbidden,
  );
}

/** How near points on a line are to each other. */
export function lineScores(size, seed) {
  const below = chance(seed);
  const places = () => Int32Array.from({ length: size }, () => below(1_000_000));
  const [one, other] = [places(), places()];
  return scoresOf(size, (row, column) => -Math.abs(one[row] - other[column]));
}

/** How near points in a plane are to each other. */
export function planeScores(size, seed) {
  const below = chance(seed);
  const places = () => Array.from({ length: size }, () => [below(600_000), below(600_000)]);
  const [one, other] = [places(), places()];
  return scoresOf(
    size,
    (row, column) => -Math.round(Math.hypot(one[row][0] - other[column][0], one[row][1] - other[column][1])),
  );
}

/** Rows and columns are of forty kinds, and score as their kinds do. */
export function kindScores(size, seed) {
  const below = chance(seed);
  const table = Array.from({ length: 40 * 40 }, () => below(1000));
  const kinds = () => Int32Array.from({ length: size }, () => below(40));
  const [one, other] = [kinds(), kinds()];
  return scoresOf(size, (row, column) => table[one[row] * 40 + other[column]]);
}

function scoresOf(size, scoreOf) {
  return Int32Array.from({ length: size * size }, (_, edge) => scoreOf(Math.floor(edge / size), edge % size));
}

function mixedRanks(size, below) {
  const ranks = Int32Array.from({ length: size }, (_, index) => index);
  for (let last = size - 1; last > 0; last--) {
    const other = below(last + 1);
    [ranks[last], ranks[other]] = [ranks[other], ranks[last]];
  }
  return ranks;
}

function countBits(word) {
  let count = 0;
  for (let bits = word; bits !== 0; bits &= bits - 1) count++;
  return count;
}
