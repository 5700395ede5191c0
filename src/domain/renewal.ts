import type { Instant } from '../kernel/clock';

/** again: in the same roles. swap: whoever shared explores, and the other way round. */
export type RenewalWish = 'again' | 'swap';

/** What one of the two said. Private: it leaves this row only where both said yes to the same. */
export interface RenewalChoice {
  /** What the person would do with the same partner; nothing where they would not. */
  readonly goOn: readonly RenewalWish[];
  /** What they want if the two do not go on. */
  readonly otherwise: 'another' | 'enough';
  readonly at: Instant;
}

/**
 * The question "what now?" to the two of a pair that has finished. Nobody but the one who chose reads a choice, and until `replyBy`
 * nothing that anybody else reads depends on one.
 */
export interface Renewal {
  readonly pairId: string;
  /** From when both are asked, each at their next contact time. */
  readonly asksAt: Instant;
  /** The reply date: until then each may choose and change their mind. */
  readonly replyBy: Instant;
  /**
   * Until when HR may let the pair go on to which both said yes: ten working days after the reply date, whatever anybody said. From then
   * on each stands where their own words put them.
   */
  readonly hearsBy: Instant;
  readonly choices: { readonly mentor?: RenewalChoice; readonly mentee?: RenewalChoice };
  /** When the reply date was worked off. */
  readonly settledAt?: Instant;
  /** What both said yes to, where it was put before HR. */
  readonly mutual?: RenewalWish;
}
