/** Source of new identifiers, passed in so that rehearsals and tests repeat exactly. */
export interface Ids {
  /** A new lower-case identifier of letters, digits and hyphens, unique within the tenant. */
  next(): string;
}
