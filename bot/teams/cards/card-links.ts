/** Addresses a card may point to. */
export interface CardLinks {
  /** Public address of the server, without a slash at the end. */
  readonly base: string;
  /** Deep link to the product's tab, where there is one. */
  readonly tab?: string;
}

/**
 * Deep link to one page of the tab, such as `/programmes/x/pairing`; undefined where there is no tab. Teams hands the page over as the
 * context's sub-page (Microsoft Learn: “Create deep links to a tab”).
 */
export function tabPageLink({ tab }: CardLinks, page: string): string | undefined {
  return tab === undefined ? undefined : `${tab}?context=${encodeURIComponent(JSON.stringify({ subEntityId: page }))}`;
}
