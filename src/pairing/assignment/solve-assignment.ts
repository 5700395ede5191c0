import { CodedError } from '../../kernel/coded-error';
import type { Assignment, AssignmentProblem, Cell, SolveHooks } from './assignment';
import { boundScoreRows } from './bound-score-rows';
import type { CellGraph } from './build-cell-graph';
import { readScoreRows, type ScoreRows } from './read-score-rows';
import { settlePrices } from './settle-prices';

/**
 * As many cells as possible, then the greatest total, within the capacities of rows and columns. Exact: shortest
 * augmenting paths over the most promising cells, then every other cell is held against the prices and those that
 * would pay join in, until none would. Deterministic; equal totals are decided by the order of rows and columns, so
 * shuffle them to be fair. Scores are whole numbers of at most a million either way. How and why:
 * docs/decisions/assignment.md. Throws `solving-cancelled` where the hooks ask for it.
 */
export function solveAssignment(problem: AssignmentProblem, hooks: SolveHooks = {}): Assignment {
  return solveScoreRows(readScoreRows(problem), hooks);
}

/** The same for a problem whose scores are changed while they are read. */
export function solveScoreRows(scores: ScoreRows, hooks: SolveHooks = {}): Assignment {
  const report = reporterOf(hooks);
  const graph = settlePrices(scores, report);
  const solved = assignmentOf(graph, scores);
  report(1);
  return solved;
}

function reporterOf({ progress, cancelled }: SolveHooks): (share: number) => void {
  let done = 0;
  return (share) => {
    if (cancelled?.() === true) throw new CodedError('solving-cancelled', 'The choice of pairs was given up');
    if (share <= done) return;
    done = share;
    progress?.(share);
  };
}

function assignmentOf({ rows, columns, worth, used }: CellGraph, scores: ScoreRows): Assignment {
  const cells: Cell[] = [];
  let total = 0;
  for (let cell = 0; cell < used.length; cell++) {
    if (used[cell] === 0) continue;
    cells.push([rows.of[cell] as number, columns.of[cell] as number]);
    total += (worth[cell] as number) - scores.cellWorth;
  }
  cells.sort((one, other) => one[0] - other[0] || one[1] - other[1]);
  const prices = { rows: rows.price, columns: columns.price };
  const upperBound = boundScoreRows(scores, prices, cells.length);
  return { cells, total, upperBound, optimal: total === upperBound, prices };
}
