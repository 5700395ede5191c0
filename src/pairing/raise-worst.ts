import type { Assignment, AssignmentProblem, SolveHooks } from './assignment';
import { solveAssignment } from './solve-assignment';

/**
 * As many cells as possible, then the greatest least score among them, then the greatest total: the bottleneck is found by halving the
 * scores there are, each time solving without the cells below. The bound and its proof are those of the last problem.
 */
export function raiseWorst(problem: AssignmentProblem, { cancelled, progress }: SolveHooks = {}): Assignment {
  const { score, forbidden } = problem;
  const hooks = cancelled === undefined ? {} : { cancelled };
  let best = solveAssignment(problem, hooks);
  const leastOf = ({ cells }: Assignment): number =>
    Math.min(...cells.map(([row, column]) => score[row * problem.columns + column] as number));
  if (best.cells.length === 0) return best;
  const values = [...new Set(score)].filter((value) => value !== forbidden).sort((a, b) => a - b);
  let low = values.indexOf(leastOf(best));
  let high = values.length - 1;
  const steps = Math.ceil(Math.log2(high - low + 1)) + 1;
  for (let step = 1; low < high; step++) {
    progress?.(step / (steps + 1));
    const middle = Math.ceil((low + high) / 2);
    const least = values[middle] as number;
    const raised = solveAssignment(
      { ...problem, score: score.map((value) => (value < least ? forbidden : value)) },
      hooks,
    );
    if (raised.cells.length < best.cells.length) high = middle - 1;
    else {
      low = Math.max(middle, values.indexOf(leastOf(raised)));
      best = raised;
    }
  }
  return best;
}
