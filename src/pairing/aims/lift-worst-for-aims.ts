import type { AssignmentProblem } from '../assignment/assignment';
import { meetAims, type Meeting } from './meet-aims';
import { priceAims } from './price-aims';
import type { Asked } from './search-bonuses';
import { solveLiftingWorst } from '../assignment/solve-lifting-worst';
import type { Aim } from './solve-with-aim';
import { solveWithAims, type AimsAssignment, type AimsOptions } from './solve-with-aims';

/**
 * As many edges as possible, then the aims, then the greatest least score among the edges, then the greatest total. The least score is
 * searched by halves between that of a choice for the aims and that without aims: one that is held to be too high may rarely only not
 * have been proved possible. Costs and the total without aims are told for the same least score. Throws `solving-cancelled`.
 */
export function liftWorstForAims(
  problem: AssignmentProblem,
  aims: readonly Aim[],
  options: AimsOptions,
): AimsAssignment {
  const { solveProgram, progress: _progress, opposite: _opposite, ...hooks } = options;
  const worstOf = ({ edges }: { readonly edges: AimsAssignment['edges'] }): number =>
    edges.reduce(
      (worst, [row, column]) => Math.min(worst, problem.score[row * problem.columns + column] as number),
      Infinity,
    );
  const meet = (floor?: number): Meeting & { readonly count: number } => {
    const pricing = priceAims(problem, aims, { hooks, ...(floor === undefined ? {} : { floor }) });
    const asked: Asked = pricing.aims.map(({ least }, aim) => ({ aim, least }));
    const meeting = meetAims({ pricing, solveProgram }, asked, { nearest: true });
    return { ...meeting, count: pricing.free.edges.length };
  };
  const { nearest, missed, count } = meet();
  let low = worstOf(nearest);
  let high = count === 0 ? low : worstOf(solveLiftingWorst(problem, hooks));
  for (let floor = high; low < high; floor = low + Math.ceil((high - low) / 2)) {
    const raised = meet(floor);
    if (raised.count === count && raised.missed <= missed) low = worstOf(raised.nearest);
    else high = floor - 1;
  }
  return solveWithAims(problem, aims, count === 0 ? options : { ...options, floor: low });
}
