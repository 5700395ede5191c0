import { createHash } from 'node:crypto';
import { parentPort, workerData } from 'node:worker_threads';
import type { DraftResult, PairerOptions } from '../../src/draft/pairer';
import type { PersonProfile } from '../../src/domain/participant';
import { needsProgram } from '../../src/pairing/aims/choose-edges';
import { pairingPolicySchema } from '../../src/domain/pairing-contract';
import { draftPairs } from '../../src/pairing/draft-pairs';
import { personalCode } from '../../src/pairing/explanation/explain-left-over';
import { suggestChanges } from '../../src/pairing/suggest-changes';
import { loadProgramSolver } from './load-program-solver';
import type { PairingMessage } from './pairing-thread';

const { people, options } = workerData as {
  readonly people: readonly PersonProfile[];
  readonly options: Omit<PairerOptions, 'progress' | 'cancelled'>;
};

void choose();

/** A failure ends the thread, which whoever started it hears. */
async function choose(): Promise<void> {
  const { policy = pairingPolicySchema.parse({}), seed, forbidden, reportingLines, ...rest } = options;
  const choices = { ...rest, policy, seed, asked: forbidden, reportingLines: new Map(reportingLines) };
  const draft = draftPairs(people, {
    ...choices,
    hash: (text) => createHash('sha256').update(text).digest('hex'),
    progress: (share) => {
      tell({ progress: share });
    },
    ...(needsProgram(policy) ? { solveProgram: await loadProgramSolver() } : {}),
  });
  const result: DraftResult = {
    pairs: draft.pairs,
    unpaired: draft.unpaired.map((left) => ({
      participantId: left.participantId,
      role: left.role,
      reasons: left.reasons.map(({ fr, en }) => ({ fr, en })),
      personal: personalCode(left),
    })),
    total: draft.total,
    upperBound: draft.upperBound,
    optimal: draft.optimal,
    inputHash: draft.inputHash,
    refusedLocks: draft.refusedLocks,
    aims: draft.aims,
    ...(draft.totalWithoutAims === undefined ? {} : { totalWithoutAims: draft.totalWithoutAims }),
    help: suggestChanges(people, choices, draft),
  };
  tell({ result });
}

function tell(message: PairingMessage): void {
  parentPort?.postMessage(message);
}
