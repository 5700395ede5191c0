import { pairPlanKey } from './pair-plan';
import type { PairRows, PairStore } from './rows';

/**
 * What belongs to a pair alone. `dispatch` hands this port to the features of a pair, lint keeps others from naming it, and code of HR's
 * pages, files and boards never receives it: `docs/decisions/pair-vault.md`.
 */
export interface PairVault {
  readonly pairs: PairStore;
}

/** The same to be read only: what cards and a person's own page are drawn from. */
export interface PairReading {
  readonly pairs: Pick<PairStore, 'get'>;
}

/** Partition of a pair's own rows. */
export function vaultOf(programmeId: string, pairId: string): string {
  return `${programmeId}|${pairId}`;
}

/** Kinds that both people of a pair wrote together, and the key of the one row: each is given it, and it goes with either. */
export const sharedKeys: { readonly [K in keyof PairRows]?: string } = { plan: pairPlanKey };

/** A row of the vault, whichever pair's and of whichever kind. */
export type VaultRow = {
  [K in keyof PairRows]: {
    readonly pairId: string;
    readonly kind: K;
    readonly key: string;
    readonly value: PairRows[K];
  };
}[keyof PairRows];

/** For the operator's backup and nobody else. */
export interface PairBackup {
  /**
   * Every row of every pair of the programme, pair by pair. Throws `rows-unreadable` after the last one where any could not be read: a
   * copy that lacks a row must not pass for a whole one.
   */
  rowsOfProgramme(programmeId: string): AsyncIterable<VaultRow>;
}

/** For whoever asks for their own data. */
export interface OwnPairRows {
  /** What the person said or did in a pair of theirs, and what both wrote together. Nothing that is the other's. */
  rowsOf(programmeId: string, pairId: string, participantId: string): Promise<readonly VaultRow[]>;
}

/** For erasing, which is final. */
export interface PairErasure {
  /** Takes away all that one person has in a pair, and what both wrote together; what is the other's stays. Returns how many rows went; 0 the second time. */
  erasePerson(programmeId: string, pairId: string, participantId: string): Promise<number>;
  /** Takes away all that the pair has, also rows that this release cannot read. Returns how many rows went. */
  erasePair(programmeId: string, pairId: string): Promise<number>;
}
