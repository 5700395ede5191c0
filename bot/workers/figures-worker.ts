import type { FiguresInput } from '../../src/domain/figures';
import { computeFigures } from '../../src/insight/figures/compute-figures';
import { answerInThread } from './answer-in-thread';
import { loadProgramSolver } from './load-program-solver';

answerInThread(async (input: FiguresInput) => computeFigures(input, await loadProgramSolver()));
