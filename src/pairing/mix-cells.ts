import type { AssignmentProblem, Cell } from './assignment';
import { weightIn, type CellSet } from './count-aimed-cells';
import type { Chosen } from './swap-cells';

interface Part {
  readonly out: Cell[];
  readonly into: Cell[];
  gain: number;
  more: number;
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
  const parts = partsOf(problem, set, from.cells, to.cells).filter((part) => part.out.length === part.into.length);
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
  const left = new Set([...taken].flatMap((part) => part.out.map(String)));
  const cells = [
    ...from.cells.filter((cell) => !left.has(String(cell))),
    ...[...taken].flatMap((part) => part.into),
  ].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  return { cells, total, inside };
}

/** Points lost for each cell more in the set. */
function lossOf({ gain, more }: Part): number {
  return more > 0 ? -gain / more : Infinity;
}

function partsOf(problem: AssignmentProblem, set: CellSet, from: readonly Cell[], to: readonly Cell[]): Part[] {
  const { rows, columns, score } = problem;
  const leader = Int32Array.from({ length: rows + columns }, (_, node) => node);
  const find = (node: number): number => {
    let top = node;
    while (leader[top] !== top) top = leader[top] = leader[leader[top] as number] as number;
    return top;
  };
  const known = new Set(from.map(String));
  const wanted = new Set(to.map(String));
  const out = from.filter((cell) => !wanted.has(String(cell)));
  const into = to.filter((cell) => !known.has(String(cell)));
  for (const [row, column] of [...out, ...into]) leader[find(row)] = find(rows + column);
  const parts = new Map<number, Part>();
  const partOf = (row: number): Part => {
    const top = find(row);
    const part = parts.get(top) ?? { out: [], into: [], gain: 0, more: 0 };
    parts.set(top, part);
    return part;
  };
  const weigh = (part: Part, [row, column]: Cell, sign: 1 | -1): void => {
    part.gain += sign * (score[row * columns + column] as number);
    part.more += sign * weightIn(set, row, column);
  };
  for (const cell of out) {
    const part = partOf(cell[0]);
    part.out.push(cell);
    weigh(part, cell, -1);
  }
  for (const cell of into) {
    const part = partOf(cell[0]);
    part.into.push(cell);
    weigh(part, cell, 1);
  }
  return [...parts.values()];
}
