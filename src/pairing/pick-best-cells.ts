/** Columns picked from one row, best first in no particular order; `count` of them are valid. */
export interface Picked {
  readonly columns: Int32Array;
  readonly gains: Float64Array;
  count: number;
}

/** What marks a forbidden cell, how many are picked, and where the search begins. */
export interface PickOptions {
  readonly none: number;
  readonly most: number;
  readonly from: number;
}

const room = 4;

export function emptyPick(most: number): Picked {
  return { columns: new Int32Array(most * room), gains: new Float64Array(most * room), count: 0 };
}

/**
 * Picks at most `most` columns of a row: those whose score is greatest beyond the price of the column, of a finite price; among equals those met first from column `from` on. Linear: cells are gathered into a buffer that is cut
 * down to the best whenever it is full.
 */
export function pickBestCells(
  scores: Int32Array,
  prices: Float64Array,
  { none, most, from }: PickOptions,
  picked: Picked,
): void {
  const { columns, gains } = picked;
  const full = most * room;
  let bar = -Infinity;
  let count = 0;
  for (let turn = 0; turn < 2; turn++) {
    const end = turn === 0 ? scores.length : from;
    for (let column = turn === 0 ? from : 0; column < end; column++) {
      const gain = (scores[column] as number) - (prices[column] as number);
      if (gain > bar && scores[column] !== none) {
        columns[count] = column;
        gains[count++] = gain;
        if (count === full) {
          keepBest(columns, gains, count, most);
          count = most;
          bar = leastOf(gains, most);
        }
      }
    }
  }
  if (count > most) {
    keepBest(columns, gains, count, most);
    count = most;
  }
  picked.count = count;
}

/** Hoare's selection: the `most` greatest gains come first. */
function keepBest(columns: Int32Array, gains: Float64Array, count: number, most: number): void {
  let low = 0;
  let high = count - 1;
  while (low < high) {
    const pivot = gains[(low + high) >> 1] as number;
    let left = low;
    let right = high;
    while (left <= right) {
      while ((gains[left] as number) > pivot) left++;
      while ((gains[right] as number) < pivot) right--;
      if (left > right) break;
      const gain = gains[left] as number;
      const column = columns[left] as number;
      gains[left] = gains[right] as number;
      columns[left++] = columns[right] as number;
      gains[right] = gain;
      columns[right--] = column;
    }
    if (most - 1 <= right) high = right;
    else if (most - 1 >= left) low = left;
    else return;
  }
}

function leastOf(gains: Float64Array, count: number): number {
  let least = Infinity;
  for (let index = 0; index < count; index++) least = Math.min(least, gains[index] as number);
  return least;
}
