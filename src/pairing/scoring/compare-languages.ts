/** The language two people would speak, and how comfortable it is for both. */
export interface CommonLanguage {
  readonly code: string;
  /** In tenths: 10 where it comes first for both, 6 for one of them, 3 for neither. */
  readonly comfort: number;
}

/** The most comfortable language of both lists, each in its person's order; undefined where they share none. */
export function commonLanguage(one: readonly string[], other: readonly string[]): CommonLanguage | undefined {
  let best: { code: string; first: number; sum: number } | undefined;
  for (const [rank, code] of one.entries()) {
    const otherRank = other.indexOf(code);
    if (otherRank < 0) continue;
    const first = Number(rank === 0) + Number(otherRank === 0);
    const sum = rank + otherRank;
    const better =
      best === undefined ||
      first > best.first ||
      (first === best.first && (sum < best.sum || (sum === best.sum && code < best.code)));
    if (better) best = { code, first, sum };
  }
  return best === undefined ? undefined : { code: best.code, comfort: [3, 6, 10][best.first] as number };
}
