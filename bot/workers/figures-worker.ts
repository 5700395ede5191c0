import { createHash } from 'node:crypto';
import type { FiguresInput } from '../../src/domain/figures';
import { computeFigures } from '../../src/insight/figures/compute-figures';
import { answerInThread } from './answer-in-thread';
import { loadProgramSolver } from './load-program-solver';

answerInThread(async (input: FiguresInput) =>
  computeFigures(input, {
    solve: await loadProgramSolver(),
    hash: (text) => createHash('sha256').update(text).digest('hex'),
  }),
);
