import type { DraftDto } from '../../../src/draft/api-contract';

/** The sets of aims, by their places, that cannot all be met; each once, however many of its aims name it. */
export function fightingAims(results: DraftDto['aims']): readonly (readonly number[])[] {
  const sets = results.flatMap(({ fights = [] }, place) =>
    fights.length === 0 ? [] : [[...new Set([place, ...fights])].toSorted((a, b) => a - b)],
  );
  return [...new Map(sets.map((set) => [set.join(' '), set] as const)).values()];
}
