import type { Instant } from '../kernel/clock';
import { newestFirst } from '../kernel/read-newest';
import { pairingPolicySchema } from './pairing-contract';
import type { DraftChoices, DraftHead } from './draft';

/** What holds where HR decided nothing. */
export const emptyChoices: DraftChoices = { policy: pairingPolicySchema.parse({}), locked: [], apart: [] };

/** The id of a draft of that moment; the mark tells those of one moment apart. Newer drafts come before older ones. */
export function draftIdAt(at: Instant, mark: string): string {
  return newestFirst(`${at.replace(/[:.]/gu, '-').toLowerCase()}-${mark}`);
}

/** Pairs of which a published draft keeps that they came to nothing at once. */
export const mostNotAsked = 100;

/** What every draft begins as: waiting to be computed, with nothing found yet. */
export const blankDraft: Omit<DraftHead, 'id' | 'seed' | 'createdAt' | 'createdBy'> = {
  state: 'queued',
  partCount: 0,
  pairs: 0,
  unpairedCount: 0,
  total: 0,
  upperBound: 0,
  optimal: false,
  inputHash: '',
  revision: 1,
};
