import type { PersonProfile } from '../participant/model';
import type { DraftPair, DraftUnpaired } from '../programme/rows';

export interface PairerOptions {
  readonly seed: number;
  /** Mentor and mentee ids that were asked already and are not asked again. */
  readonly forbidden: readonly (readonly [string, string])[];
  /** Person id and manager id, of people outside the draft too. */
  readonly reportingLines: readonly (readonly [string, string])[];
}

export interface DraftResult {
  readonly pairs: readonly DraftPair[];
  readonly unpaired: readonly DraftUnpaired[];
  readonly total: number;
  readonly upperBound: number;
  readonly optimal: boolean;
  readonly inputHash: string;
}

/** Chooses the pairs, away from the request (a worker thread). */
export type Pairer = (people: readonly PersonProfile[], options: PairerOptions) => Promise<DraftResult>;
