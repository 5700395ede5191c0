import type { Assignment, AssignmentProblem } from './assignment';
import { solveAssignment } from './solve-assignment';

/**
 * As many cells as possible, then the greatest least score among them, then the greatest total: the bottleneck is found by halving the
 * scores there are, each time solving without the cells below. The bound and its proof are those of the last problem.
 */
export function raiseWorst(problem: AssignmentProblem): Assignment {
  const { score, forbidden } = problem;
  let best = solveAssignment(problem);
  const leastOf = ({ cells }: Assignment): number =>
    Math.min(...cells.map(([row, column]) => score[row * problem.columns + column] as number));
  if (best.cells.length === 0) return best;
  const values = [...new Set(score)].filter((value) => value !== forbidden).sort((a, b) => a - b);
  let low = values.indexOf(leastOf(best));
  let high = values.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    const least = values[middle] as number;
    const raised = solveAssignment({
      ...problem,
      score: score.map((value) => (value < least ? forbidden : value)),
    });
    if (raised.cells.length < best.cells.length) high = middle - 1;
    else {
      low = Math.max(middle, values.indexOf(leastOf(raised)));
      best = raised;
    }
  }
  return best;
}
