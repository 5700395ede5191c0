import { pairingPolicySchema } from '../pairing/contract';
import type { DraftChoices, DraftHead } from './model';

/** What holds where HR decided nothing. */
export const emptyChoices: DraftChoices = { policy: pairingPolicySchema.parse({}), locked: [], apart: [] };

/** What every draft begins as: waiting to be computed, with nothing found yet. */
export const blankDraft: Omit<DraftHead, 'id' | 'seed' | 'createdAt' | 'createdBy'> = {
  state: 'queued',
  parts: 0,
  pairs: 0,
  unpairedCount: 0,
  total: 0,
  upperBound: 0,
  optimal: false,
  inputHash: '',
  revision: 1,
};
