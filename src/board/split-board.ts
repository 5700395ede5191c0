import type { BoardHead } from '../domain/board';
import { mostParts, partKey } from './find-part';
import { countPairs } from './count-health';

/** About so many rows come with the first answer: more than a screen shows, and fewer than 100 KB. */
const firstRows = 160;
/** How many times wider than the first answer the others are, so that they are few. */
const timesWider = 4;

/** Parts that lie beside one another, the last included. */
export interface PartSpan {
  readonly from: string;
  readonly to: string;
}

/** A stretch of the board that is one answer. */
export interface BoardPage extends PartSpan {
  readonly id: string;
  /** Moves only when a row of it does, or the day. */
  readonly tag: string;
}

/**
 * How the board is handed out: the parts of the first answer, and the pages of the rest in order. It follows from the head alone. Pages keep
 * their bounds while pairs come and go, until the board has twice as many: so what did not change keeps its address and its tag.
 */
export function splitBoard(
  { parts, healthByDay }: Pick<BoardHead, 'parts' | 'healthByDay'>,
  day: string,
): { readonly first: PartSpan; readonly rest: readonly BoardPage[] } {
  const pairs = countPairs(healthByDay);
  let width = mostParts;
  while (width > 1 && (pairs * width) / mostParts > firstRows) width /= 2;
  const wider = width * timesWider;
  const rest: BoardPage[] = [];
  for (let start = width; start < mostParts; start = (Math.floor(start / wider) + 1) * wider) {
    const end = Math.min((Math.floor(start / wider) + 1) * wider, mostParts) - 1;
    const [from, to] = [partKey(start), partKey(end)];
    const versions = Object.entries(parts).flatMap(([key, version]) => (from <= key && key <= to ? [version] : []));
    if (versions.length === 0) continue;
    rest.push({ from, to, id: `${from}-${to}`, tag: `${String(Math.max(...versions))}.${day}` });
  }
  return { first: { from: partKey(0), to: partKey(width - 1) }, rest };
}
