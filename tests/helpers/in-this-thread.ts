import { createHash } from 'node:crypto';
import { loadProgramSolver } from '../../bot/workers/load-program-solver';
import type { Pairer } from '../../src/draft/pairer';
import { emptyChoices } from '../../src/domain/draft-rules';
import { needsProgram } from '../../src/pairing/aims/choose-edges';
import { draftPairs } from '../../src/pairing/draft-pairs';

/** The real choice of pairs, in the thread of the tests. */
export const pairInThisThread: Pairer = async (people, { policy, forbidden, reportingLines, ...options }) => {
  const { progress: _progress, cancelled: _cancelled, ...rest } = options;
  const chosen = policy ?? emptyChoices.policy;
  return draftPairs(people, {
    ...rest,
    policy: chosen,
    ...(needsProgram(chosen) ? { solveProgram: await loadProgramSolver() } : {}),
    asked: forbidden,
    reportingLines: new Map(reportingLines),
    hash: (text) => createHash('sha256').update(text).digest('hex'),
  });
};
