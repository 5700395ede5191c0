import { CodedError } from '../../kernel/coded-error';
import type { Assignment, AssignmentProblem, Edge, SolveHooks } from './assignment';
import { boundScoreRows } from './bound-score-rows';
import type { SparseGraph } from './build-sparse-graph';
import { readScoreRows, type ScoreRows } from './read-score-rows';
import { settlePrices } from './settle-prices';
import { solveKinds } from './solve-kinds';

/**
 * As many edges as possible, then the greatest total, within the capacities of rows and columns. Exact: shortest
 * augmenting paths over the most promising edges, then every other edge is held against the prices and those that
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
  const graph = solveKinds(scores) ?? settlePrices(scores, report);
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

function assignmentOf({ rows, columns, worth, used }: SparseGraph, scores: ScoreRows): Assignment {
  const edges: Edge[] = [];
  let total = 0;
  for (let edge = 0; edge < used.length; edge++) {
    if (used[edge] === 0) continue;
    edges.push([rows.of[edge] as number, columns.of[edge] as number]);
    total += (worth[edge] as number) - scores.edgeWorth;
  }
  edges.sort((one, other) => one[0] - other[0] || one[1] - other[1]);
  const prices = { rows: rows.price, columns: columns.price };
  const upperBound = boundScoreRows(scores, prices, edges.length);
  return { edges, total, upperBound, optimal: total === upperBound, prices };
}
