/**
 * A sum of answers that is told, or could be worked out from what is told: of a mean and its n, the sum; of a change, the answers after less those
 * before. The answers are to one question, or to one scale, in one role.
 */
export interface ToldSum {
  readonly id: string;
  readonly parts: readonly SumPart[];
}

/** What a sum takes of one round: the answers of these people, added or taken off. */
export interface SumPart {
  readonly round: string;
  readonly sign: 1 | -1;
  /** Keys of people, each once. */
  readonly people: readonly string[];
}
