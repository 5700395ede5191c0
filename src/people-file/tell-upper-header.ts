import { foldText } from '../kernel/fold-text';

/**
 * Whether a header is of somebody further up than the direct manager, and of nobody else: `N+2`, `Skip-level manager`, `Second level manager`, 二次上司. A matrix or a
 * former manager, a deputy or a business partner may stand in any relation.
 */
export function isUpperHeader(header: string): boolean {
  return /(?:^| )n ?\+ ?[2-9](?: |$)|(?:^| )(?:skip|second|third) (?:level|line)(?: |$)|(?:^| )skiplevel(?: |$)|(?:^| )ubernachst\w*|(?:^| )segundo nivel(?: |$)|(?:^| )secondo livello(?: |$)|二次上司|上位上司/u.test(
    foldText(header),
  );
}
