import type { BoardHead } from '../domain/board';
import { mostParts, partKey, partNumber } from './find-part';
import { countPairs } from './count-health';

/** At most about so many rows come with the first answer, and half of them at least: more than a screen shows, at the cost of a small board. */
const firstRows = 100;
/** How many times wider than the first answer the others are, so that they are few. */
const timesWider = 8;

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
  const versions = new Map<number, number>();
  for (const [key, version] of Object.entries(parts)) {
    const part = partNumber(key);
    if (part < width) continue;
    const page = Math.floor(part / wider);
    versions.set(page, Math.max(version, versions.get(page) ?? 0));
  }
  const rest = [...versions]
    .sort(([one], [other]) => one - other)
    .map(([page, version]) => {
      const from = partKey(Math.max(page * wider, width));
      const to = partKey(Math.min((page + 1) * wider, mostParts) - 1);
      return { from, to, id: `${from}-${to}`, tag: `${String(version)}.${day}` };
    });
  return { first: { from: partKey(0), to: partKey(width - 1) }, rest };
}
