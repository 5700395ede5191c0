/** The language two people would speak, and how comfortable it is for both. */
export interface CommonLanguage {
  readonly code: string;
  /** In tenths: 10 where it comes first for both, 6 for one of them, 3 for neither. */
  readonly comfort: number;
}

/** The languages of a person; the most comfortable first only where they are ordered. */
export interface SpokenLanguages {
  readonly codes: readonly string[];
  readonly isOrdered: boolean;
}

/** The most comfortable language of both lists; undefined where they share none. Of an unordered list none comes first, none last. */
export function commonLanguage(one: SpokenLanguages, other: SpokenLanguages): CommonLanguage | undefined {
  let best: { code: string; first: number; sum: number } | undefined;
  for (const code of one.codes) {
    if (!other.codes.includes(code)) continue;
    const ranks = [one, other].map(({ codes, isOrdered }) => (isOrdered ? codes.indexOf(code) : undefined));
    const first = ranks.filter((rank) => rank === 0).length;
    const sum = ranks.reduce<number>((whole, rank = 0) => whole + rank, 0);
    const better =
      best === undefined ||
      first > best.first ||
      (first === best.first && (sum < best.sum || (sum === best.sum && code < best.code)));
    if (better) best = { code, first, sum };
  }
  return best === undefined ? undefined : { code: best.code, comfort: [3, 6, 10][best.first] as number };
}
