import type { Instant } from '../kernel/clock';

/**
 * What can fall due in a programme, and what its `ref` names. A feature adds its kinds in its `due.ts`; `src/dispatch/due-work.ts` does
 * not compile while one of them has no step.
 */
export interface RefByKind {}
export type DueKind = keyof RefByKind;

/** Work that falls due at a moment. */
export interface DueWork {
  readonly kind: DueKind;
  readonly at: Instant;
  /** Proposal id, session key, survey round, month number ... as the kind needs. */
  readonly ref: string;
  /** Tells apart works of one kind about one thing: a set of slots, a revision, a side. Empty where there is only one. */
  readonly occurrence: string;
  /** Of the act that caused it: `UnitOfWork.schedule` writes it. */
  readonly correlationId: string;
}

/** What a use case lets fall due. */
export type WorkToSchedule = Omit<DueWork, 'correlationId'>;

/** Row key of due work: sorts by its UTC moment, and the same work of the same moment is there once. */
export function dueKey(due: Pick<DueWork, 'at' | 'kind' | 'ref' | 'occurrence'>): string {
  return `${due.at}|${due.kind}|${due.ref}|${due.occurrence}`;
}
