import type { Instant } from '../kernel/clock';
import type { ProgrammeComposition } from '../pairing/scoring/compose-groups';
import type { PairingPolicy } from '../domain/pairing-contract';
import type { AimResult, PairingHelp, RefusedLock } from '../domain/pairing';
import type { PersonProfile } from '../domain/participant';
import type { ProgrammeRows } from '../domain/rows';

type Ids = readonly [mentorId: string, menteeId: string];

export interface PairerOptions {
  readonly seed: number;
  /** The defaults where absent. */
  readonly policy?: PairingPolicy;
  /** Mentor and mentee ids that were asked already and are not asked again. */
  readonly forbidden: readonly Ids[];
  /** Person id and manager id, of people outside the draft too. */
  readonly reportingLines: readonly (readonly [string, string])[];
  /** Pairs that are kept; one that breaks a rule is refused with its reason and not kept. */
  readonly locked?: readonly Ids[];
  /** Pairs that HR keeps apart, in either direction. */
  readonly apart?: readonly Ids[];
  /** Pairs that were, with the moment they ended. */
  readonly formerPairs?: readonly (readonly [mentorId: string, menteeId: string, endedAt: Instant])[];
  /** Moment against which the end of former pairs is counted; every former pair counts where absent. */
  readonly now?: Instant;
  /** Compositions of groups for aims on gender or age band: no answer of a person ever comes here. */
  readonly composition?: ProgrammeComposition;
  /** Share from 0 to 1 of the work that is done. */
  readonly progress?: (share: number) => void;
  /** Asked several times a second; true ends the work with the error `pairing-cancelled`. */
  readonly cancelled?: () => boolean;
}

export interface DraftResult {
  readonly pairs: ProgrammeRows['draft-part']['pairs'];
  readonly unpaired: ProgrammeRows['draft-part']['unpaired'];
  readonly total: number;
  readonly upperBound: number;
  readonly optimal: boolean;
  readonly inputHash: string;
  /** Locked pairs that were not kept because a rule forbids them. */
  readonly refusedLocks?: readonly RefusedLock[];
  readonly aims?: readonly AimResult[];
  readonly totalWithoutAims?: number;
  /** What would place more people. */
  readonly help?: readonly PairingHelp[];
}

/** Chooses the pairs, away from the request (a worker thread). */
export type Pairer = (people: readonly PersonProfile[], options: PairerOptions) => Promise<DraftResult>;
