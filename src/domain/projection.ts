/**
 * What has happened in a programme and must be known elsewhere too: in a person's partition, in the tenant's list, or to a feature that
 * stands higher. A feature adds the facts it tells, and in its `projections.ts` what it does with facts, its own or those of a lower one.
 */
export interface FactsByType {
  /** Somebody became, or is no more, a participant or a contact of the programme. */
  membership: { readonly directoryId: string; readonly participantId?: string; readonly contactId?: string };
}
export type ProjectionType = keyof FactsByType;

/** A row that is written with the change that caused it, applied by the tick and repeatable. */
export type Projection<T extends ProjectionType = ProjectionType> = {
  [K in T]: { readonly id: string; readonly type: K } & FactsByType[K];
}[T];
