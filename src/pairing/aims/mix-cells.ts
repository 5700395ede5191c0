import type { AssignmentProblem, Cell } from '../assignment/assignment';
import { countAimedCells, type CellSet } from './count-aimed-cells';
import { splitDifference, type DifferencePart } from '../assignment/split-difference';
import type { Chosen } from './swap-cells';

interface Part extends DifferencePart {
  readonly gain: number;
  readonly more: number;
}

/**
 * Cells between two choices of as many cells: where they differ, the differences fall into parts that share no row and no
 * column, and each part may be taken from either. Takes as few of `to` as cost least and bring `least` cells into the set.
 */
export function mixCells(
  problem: AssignmentProblem,
  set: CellSet,
  { from, to, least }: { readonly from: Chosen; readonly to: Chosen; readonly least: number },
): Chosen {
  const { columns, score } = problem;
  const pointsOf = (cells: readonly Cell[]): number =>
    cells.reduce((sum, [row, column]) => sum + (score[row * columns + column] as number), 0);
  const parts = splitDifference(problem, from.cells, to.cells).map((part): Part => ({
    ...part,
    gain: pointsOf(part.into) - pointsOf(part.out),
    more: countAimedCells(part.into, set) - countAimedCells(part.out, set),
  }));
  parts.sort((a, b) => lossOf(a) - lossOf(b));
  const taken = new Set<Part>();
  let { total, inside } = from;
  const take = (part: Part, times: 1 | -1): void => {
    total += times * part.gain;
    inside += times * part.more;
    if (times === 1) taken.add(part);
    else taken.delete(part);
  };
  for (const part of parts) if (inside < least && part.more > 0) take(part, 1);
  for (const part of [...taken].reverse()) if (part.gain < 0 && inside - part.more >= least) take(part, -1);
  return { cells: exchangeParts(from.cells, [...taken]), total, inside };
}

/** The cells with some parts exchanged, by row and then column. */
export function exchangeParts(cells: readonly Cell[], parts: readonly DifferencePart[]): readonly Cell[] {
  const left = new Set(parts.flatMap((part) => part.out.map(String)));
  return [...cells.filter((cell) => !left.has(String(cell))), ...parts.flatMap((part) => part.into)].sort(
    (a, b) => a[0] - b[0] || a[1] - b[1],
  );
}

/** Points lost for each cell more in the set. */
function lossOf({ gain, more }: Part): number {
  return more > 0 ? -gain / more : Infinity;
}
