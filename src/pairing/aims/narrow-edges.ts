import type { AimPricing, PricedChoice } from './price-aims';

export interface NarrowedEdges {
  /** Edges by row and column, each as its place in the matrix. */
  readonly places: readonly number[];
  /** Any choice with an edge that is not among them is worth less than the bound by more than this. */
  readonly limit: number;
}

const buckets = 4096;

/**
 * The edges whose use costs a choice no more than `limit` against the bound of its prices (their reduced cost): a better choice than
 * one that is known has no others (reduced cost fixing). Where more than `most` edges are so near, the limit is lowered.
 */
export function narrowEdges(
  pricing: AimPricing,
  { scale, bonuses, prices }: PricedChoice,
  limit: number,
  most: number,
): NarrowedEdges {
  const scores = pricing.read(scale, bonuses);
  const { rows, columns, edgeWorth, none, rowPlaces, columnPlaces } = scores;
  const width = Math.max(1, Math.ceil((limit + 1) / buckets));
  const visit = (see: (place: number, loss: number) => void): void => {
    for (let row = 0; row < rows; row++) {
      if (rowPlaces[row] === 0) continue;
      const points = scores.read(row);
      const price = Math.max(0, prices.rows[row] as number) - edgeWorth;
      for (let column = 0; column < columns; column++) {
        if (points[column] === none || columnPlaces[column] === 0) continue;
        const loss = price + Math.max(0, prices.columns[column] as number) - (points[column] as number);
        if (loss <= limit) see(row * columns + column, loss);
      }
    }
  };
  const counts = new Int32Array(buckets + 1);
  visit((_, loss) => {
    const bucket = Math.max(0, Math.floor(loss / width));
    counts[bucket] = (counts[bucket] as number) + 1;
  });
  let kept = 0;
  let end = 0;
  while (end < buckets && kept + (counts[end] as number) <= most) kept += counts[end++] as number;
  const lowered = Math.min(limit, end * width - 1);
  const places: number[] = [];
  visit((place, loss) => {
    if (loss <= lowered) places.push(place);
  });
  return { places, limit: lowered };
}
