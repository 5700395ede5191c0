import { createHash } from 'node:crypto';
import { loadProgramSolver } from '../../bot/workers/load-program-solver';
import type { FigureMaker } from '../../src/domain/figures';
import { computeFigures } from '../../src/insight/figures/compute-figures';

export const hashInTests = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The real figures, made in the thread of the tests. */
export const figuresInThisThread: FigureMaker = {
  makeFigures: async (input) => computeFigures(input, { solve: await loadProgramSolver(), hash: hashInTests }),
};
