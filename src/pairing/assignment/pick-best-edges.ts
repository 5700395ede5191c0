/** Columns picked from one row, best first in no particular order; `count` of them are valid. */
export interface Picked {
  readonly columns: Int32Array;
  readonly gains: Float64Array;
  count: number;
}

/** What marks a forbidden edge, how many are picked, where the search begins, and a gain that no edge of the row exceeds. */
export interface PickOptions {
  readonly none: number;
  readonly most: number;
  readonly from: number;
  readonly top: number;
}

const room = 4;
/** The part of a row that is searched for edges of the greatest gain alone, and after which it is given up where none was met. */
const glance = 1 / 8;
const firstGlance = 1 / 32;

/** A buffer for picks of at most `most` columns, used again for row after row: edges are gathered in more room than is picked. */
export function emptyPick(most: number): Picked {
  return { columns: new Int32Array(most * room), gains: new Float64Array(most * room), count: 0 };
}

/**
 * Picks at most `most` columns of a row: those whose score is greatest beyond the price of the column, of a finite price;
 * among equals those met first from column `from` on. Linear: edges are gathered into a buffer that is cut down to the best
 * whenever it is full. Ends early where a small part of the row holds enough edges of the greatest gain there can be.
 */
export function pickBestEdges(
  scores: Int32Array,
  prices: Float64Array,
  { none, most, from, top }: PickOptions,
  picked: Picked,
): void {
  if (pickTopEdges(scores, prices, { none, most, from, top }, picked)) return;
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

/** Picks edges of the greatest gain there can be; false where a glance does not find as many as wanted. */
function pickTopEdges(
  scores: Int32Array,
  prices: Float64Array,
  { none, most, from, top }: PickOptions,
  picked: Picked,
): boolean {
  const { columns, gains } = picked;
  let looked = Math.ceil(scores.length * firstGlance);
  let count = 0;
  for (let turn = 0, column = from; turn < looked && count < most; turn++) {
    if ((scores[column] as number) - (prices[column] as number) >= top && scores[column] !== none) {
      columns[count] = column;
      gains[count++] = top;
      looked = scores.length * glance;
    }
    if (++column === scores.length) column = 0;
  }
  picked.count = count;
  return count === most;
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
