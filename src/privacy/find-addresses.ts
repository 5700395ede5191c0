import type { TextSpan } from './find-names';

/**
 * E-mail addresses and what else is written with an at sign, addresses of the web, numbers to call, and where somebody lives or works. Every repeat has its
 * limit, so that each place of a text costs so much at most.
 */
const patterns: readonly RegExp[] = [
  /@[\p{L}\p{M}\p{N}._-]{1,255}/gu,
  /(?:https?:\/\/|www\.)[^\s<>"»)]{1,2000}/giu,
  // Dates are told from numbers to call.
  /(?!\d{4}-\d{2}-\d{2}(?!\d))(?!\d{1,2}\/\d{1,2}\/\d{4}(?!\d))\+?\(?\d(?:[ \u00A0\u202F./()-]{0,3}\d){7,15}/gu,
  /(?<!\p{L})(?:ext|extension|poste|tel|tél|phone)\.?[ \u00A0:]{0,3}\d{3,6}/giu,
  /(?<!\d)\d{1,5}(?: ?(?:bis|ter|[a-d]))?,? {1,2}(?:rue|avenue|av\.|bd|boulevard|place|chemin|all[ée]e|impasse|route|quai|cours|square|passage|voie|r[ée]sidence) [^\n,.;!?]{1,60}(?:,? {1,2}\d{5}(?: {1,2}\p{Lu}[\p{L}\p{M}'’-]{1,40}){0,3})?/giu,
  /\d{1,5}[a-d]?(?: {1,2}\p{Lu}[\p{L}\p{M}'’-]{1,40}){1,4} {1,2}(?:street|st|road|rd|avenue|ave|lane|ln|drive|dr|square|court|way|boulevard|blvd)(?!\p{L})/giu,
  /(?<!\d)\d{5}(?: {1,2}\p{Lu}[\p{L}\p{M}'’-]{1,40}){1,4}/gu,
];

/** Where a text says how or where somebody is reached. */
export function findAddresses(text: string): readonly TextSpan[] {
  return patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].map(({ index, 0: found }) => ({
      start: found.startsWith('@') ? mailboxStart(text, index) : index,
      end: index + found.length,
    })),
  );
}

/** The part before an at sign is walked back to: a pattern that tried each place would take long over a text without one. */
function mailboxStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && at - start < longestMailbox && /[\p{L}\p{M}\p{N}._%+'-]/u.test(text[start - 1] ?? '')) start--;
  return start;
}

/** By RFC 5321, 4.5.3.1.1. */
const longestMailbox = 64;
