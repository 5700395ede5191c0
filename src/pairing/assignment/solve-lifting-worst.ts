import type { Assignment, AssignmentProblem, SolveHooks } from './assignment';
import { followStages } from './follow-stages';
import { noScore, readScoreRows } from './read-score-rows';
import { solveAssignment, solveScoreRows } from './solve-assignment';

/**
 * As many edges as possible, then the greatest least score among them, then the greatest total. The least score is searched
 * by halves, each time asking whether as many edges can be had without those below it; the exact engine answers, so that
 * a higher one is proved to be impossible. `optimal`: the total is proved to be the greatest with that least score. Throws
 * `solving-cancelled`.
 */
export function solveLiftingWorst(problem: AssignmentProblem, hooks: SolveHooks = {}): Assignment {
  const stage = followStages(hooks);
  const free = solveAssignment(problem, stage());
  let worst = worstOf(problem, free);
  let highest = free.edges.length === 0 ? worst : greatestOf(problem);
  while (worst < highest) {
    const floor = worst + Math.ceil((highest - worst) / 2);
    const equal = readScoreRows(problem, (scores) => {
      for (let column = 0; column < scores.length; column++)
        scores[column] = (scores[column] as number) < floor ? noScore : 0;
    });
    const raised = solveScoreRows(equal, stage());
    if (raised.edges.length < free.edges.length) highest = floor - 1;
    else worst = worstOf(problem, raised);
  }
  const above = readScoreRows(problem, (scores) => {
    for (let column = 0; column < scores.length; column++)
      if ((scores[column] as number) < worst) scores[column] = noScore;
  });
  const solved = solveScoreRows(above, stage());
  hooks.progress?.(1);
  return solved;
}

function worstOf({ columns, score }: AssignmentProblem, { edges }: Assignment): number {
  let worst = Infinity;
  for (const [row, column] of edges) worst = Math.min(worst, score[row * columns + column] as number);
  return worst;
}

function greatestOf({ score, forbidden }: AssignmentProblem): number {
  let greatest = -Infinity;
  for (const one of score) if (one !== forbidden && one > greatest) greatest = one;
  return greatest;
}
