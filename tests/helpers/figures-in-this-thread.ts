import { loadProgramSolver } from '../../bot/workers/load-program-solver';
import type { FigureMaker } from '../../src/domain/figures';
import { computeFigures } from '../../src/insight/figures/compute-figures';

/** The real figures, made in the thread of the tests. */
export const figuresInThisThread: FigureMaker = {
  makeFigures: async (input) => computeFigures(input, await loadProgramSolver()),
};
