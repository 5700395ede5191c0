import { usableCapacities, type AssignmentProblem } from './assignment';

/** What a change of scores writes where an edge may not be used; below every score. */
export const noScore = -2147483648;

/** A problem read one row at a time, so that scores may be changed on the way without a second matrix. */
export interface ScoreRows {
  readonly rows: number;
  readonly columns: number;
  readonly rowPlaces: Int32Array;
  readonly columnPlaces: Int32Array;
  /** Places of all rows, of all columns. */
  readonly rowTotal: number;
  readonly columnTotal: number;
  /** What one more edge is worth: more than any two assignments of as many edges can differ by. */
  readonly edgeWorth: number;
  /** How far from zero a score is at most. */
  readonly greatest: number;
  /** The greatest score of every row; `noScore` where none is allowed. */
  readonly best: Int32Array;
  /** What the rows hold where an edge may not be used. */
  readonly none: number;
  /** Scores of one row; valid until the next call. */
  read(row: number): Int32Array;
}

/** Changes the scores of a row in place. */
export type ChangeRow = (scores: Int32Array, row: number) => void;

/**
 * Reads a problem by rows, each changed where `change` is given. Two assignments of at most k edges with scores up to
 * s apart from zero differ by at most 2ks points, hence the worth of an edge.
 */
export function readScoreRows(problem: AssignmentProblem, change?: ChangeRow): ScoreRows {
  const { rows, columns, forbidden } = problem;
  const rowPlaces = usableCapacities(problem.rowCapacity, rows, columns);
  const columnPlaces = usableCapacities(problem.columnCapacity, columns, rows);
  const read = rowReader(problem, change);
  const none = change === undefined ? forbidden : noScore;
  const isLowest = none === (change === undefined && problem.score instanceof Int16Array ? -32768 : noScore);
  const best = new Int32Array(rows);
  const ends = { best: 0, worst: 0 };
  let greatest = 0;
  for (let row = 0; row < rows; row++) {
    findEnds(read(row), none, isLowest, ends);
    best[row] = ends.best;
    greatest = Math.max(greatest, ends.best, -ends.worst);
  }
  const rowTotal = sumOf(rowPlaces);
  const columnTotal = sumOf(columnPlaces);
  const edgeWorth = 2 * greatest * Math.min(rowTotal, columnTotal) + 1;
  return { rows, columns, rowPlaces, columnPlaces, rowTotal, columnTotal, edgeWorth, greatest, best, none, read };
}

/**
 * The greatest score, `noScore` where there is none, and the least one below zero. Where `none` lies below every score the
 * least is the one that is nearest above it: whether an edge is forbidden cannot be foretold, and a branch on it costs four
 * times as much.
 */
function findEnds(scores: Int32Array, none: number, isLowest: boolean, ends: { best: number; worst: number }): void {
  let best = noScore;
  let worst = 0;
  if (isLowest) {
    const floor = none + 1;
    let nearest = -floor >>> 0;
    for (let column = 0; column < scores.length; column++) {
      const points = scores[column] as number;
      if (points > best && points !== none) best = points;
      // Unsigned: what is forbidden comes last.
      const above = (points - floor) >>> 0;
      if (above < nearest) nearest = above;
    }
    worst = nearest + floor;
  } else
    for (let column = 0; column < scores.length; column++) {
      const points = scores[column] as number;
      if (points > best && points !== none) best = points;
      if (points < worst && points !== none) worst = points;
    }
  ends.best = best;
  ends.worst = worst;
}

function rowReader(problem: AssignmentProblem, change: ChangeRow | undefined): (row: number) => Int32Array {
  const { columns, score, forbidden } = problem;
  if (change === undefined && score instanceof Int32Array)
    return (row) => score.subarray(row * columns, (row + 1) * columns);
  // One kind of array, whatever the matrix is: loops over several kinds are many times slower.
  const scores = new Int32Array(columns);
  return (row) => {
    scores.set(score.subarray(row * columns, (row + 1) * columns));
    if (change === undefined) return scores;
    if (forbidden !== noScore)
      for (let column = 0; column < columns; column++) {
        const points = scores[column] as number;
        // Without a branch, as above: `apart` is 0 where the edge is forbidden only.
        const apart = points ^ forbidden;
        const allowed = (apart | -apart) >> 31;
        scores[column] = (points & allowed) | (noScore & ~allowed);
      }
    change(scores, row);
    return scores;
  };
}

/** A step without a common divisor, near the golden section, so that leaps of it reach every one of `count` evenly. */
export function leapOver(count: number): number {
  const divisor = (one: number, other: number): number => (other === 0 ? one : divisor(other, one % other));
  let leap = Math.max(1, Math.floor(count * 0.618));
  while (divisor(leap, count) > 1) leap++;
  return leap;
}

function sumOf(places: Int32Array): number {
  let sum = 0;
  for (const one of places) sum += one;
  return sum;
}
