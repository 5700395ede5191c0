/** Addresses a card may point to. */
export interface CardLinks {
  /** Public address of the server, without a slash at the end. */
  readonly base: string;
  /** Deep link to the product's tab, where there is one. */
  readonly tab?: string;
}
