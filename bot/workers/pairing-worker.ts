import { createHash } from 'node:crypto';
import { parentPort, workerData } from 'node:worker_threads';
import type { DraftResult, PairerOptions } from '../../src/draft/pairer';
import type { PersonProfile } from '../../src/participant/model';
import { pairingPolicySchema } from '../../src/pairing/contract';
import { draftPairs } from '../../src/pairing/draft-pairs';

const { people, options } = workerData as {
  readonly people: readonly PersonProfile[];
  readonly options: PairerOptions;
};

const draft = draftPairs(people, {
  policy: pairingPolicySchema.parse({}),
  seed: options.seed,
  hash: (text) => createHash('sha256').update(text).digest('hex'),
  asked: options.forbidden,
  reportingLines: new Map(options.reportingLines),
});
const result: DraftResult = {
  pairs: draft.pairs,
  unpaired: draft.unpaired.map(({ participantId, role, reasons }) => ({
    participantId,
    role,
    reasons: reasons.map(({ fr, en }) => ({ fr, en })),
  })),
  total: draft.total,
  upperBound: draft.upperBound,
  optimal: draft.optimal,
  inputHash: draft.inputHash,
};
parentPort?.postMessage(result);
