import { usableCapacities, type AssignmentProblem } from './assignment';

/** The score of a cell that may not be used, once rows are read; below every score. */
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
  /** What one more cell is worth: more than any two assignments of as many cells can differ by. */
  readonly cellWorth: number;
  /** How far from zero a score is at most. */
  readonly greatest: number;
  /** Scores of one row, `noScore` where forbidden; valid until the next call. */
  read(row: number): Int32Array;
}

/** Changes the scores of a row in place. */
export type ChangeRow = (scores: Int32Array, row: number) => void;

/**
 * Reads a problem by rows, each changed where `change` is given. Two assignments of at most k cells with scores up to
 * s apart from zero differ by at most 2ks points, hence the worth of a cell.
 */
export function readScoreRows(problem: AssignmentProblem, change?: ChangeRow): ScoreRows {
  const { rows, columns, score, forbidden } = problem;
  const rowPlaces = usableCapacities(problem.rowCapacity, rows, columns);
  const columnPlaces = usableCapacities(problem.columnCapacity, columns, rows);
  const read = rowReader(problem, change);
  let greatest = 0;
  if (change === undefined) {
    for (let cell = 0; cell < score.length; cell++) {
      const points = score[cell] as number;
      if (points === forbidden) continue;
      if (points > greatest) greatest = points;
      else if (-points > greatest) greatest = -points;
    }
  } else {
    for (let row = 0; row < rows; row++) {
      const scores = read(row);
      for (let column = 0; column < columns; column++) {
        const points = scores[column] as number;
        if (points > greatest) greatest = points;
        else if (-points > greatest && points !== noScore) greatest = -points;
      }
    }
  }
  const rowTotal = sumOf(rowPlaces);
  const columnTotal = sumOf(columnPlaces);
  const cellWorth = 2 * greatest * Math.min(rowTotal, columnTotal) + 1;
  return { rows, columns, rowPlaces, columnPlaces, rowTotal, columnTotal, cellWorth, greatest, read };
}

function rowReader(problem: AssignmentProblem, change: ChangeRow | undefined): (row: number) => Int32Array {
  const { columns, score, forbidden } = problem;
  if (change === undefined && score instanceof Int32Array && forbidden === noScore)
    return (row) => score.subarray(row * columns, (row + 1) * columns);
  const scores = new Int32Array(columns);
  return (row) => {
    const from = row * columns;
    if (score instanceof Int32Array && forbidden === noScore) scores.set(score.subarray(from, from + columns));
    else {
      for (let column = 0; column < columns; column++) {
        const points = score[from + column] as number;
        scores[column] = points === forbidden ? noScore : points;
      }
    }
    change?.(scores, row);
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
