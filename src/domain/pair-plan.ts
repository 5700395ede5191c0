/** One session of a plan that the two have changed. */
export interface PlannedSession {
  /** Name of the session that is written for it. */
  readonly name: string;
  /** Its aim in the pair's own words; absent where it is as written. Who of the two wrote it is kept nowhere. */
  readonly aim?: string;
}

/** The plan of a pair as the two have changed it. A pair that changes nothing has none: theirs is the one written for their programme. */
export interface PairPlan {
  readonly pairId: string;
  /** By the number of the session, from 1. */
  readonly sessions: readonly PlannedSession[];
  /** Rises with each change. */
  readonly revision: number;
}

/** Key of the one row a pair has. */
export const pairPlanKey = 'plan';

/** Characters of an aim in the pair's own words, at most. */
export const longestAim = 200;
