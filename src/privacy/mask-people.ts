import { findAddresses } from './find-addresses';
import { findNames, joined } from './find-names';
import type { KnownNames } from './known-names';

/** What stands where somebody was named, in every language. */
export const masked = '[…]';

/** Characters that turn the direction of a line, and those that no file takes. */
const unseen = /[\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF]/gu;

/**
 * A text without the names of people, and without e-mail addresses, numbers to call and postal addresses. Nicknames, initials alone and what only colleagues would
 * understand stay.
 */
export function maskPeople(text: string, known: KnownNames): string {
  const seen = text.replace(unseen, '');
  const spans = joined(seen, [...findAddresses(seen), ...findNames(seen, known)]);
  let [result, from] = ['', 0];
  for (const { start, end } of spans) {
    result += seen.slice(from, start) + masked;
    from = end;
  }
  return result + seen.slice(from);
}
