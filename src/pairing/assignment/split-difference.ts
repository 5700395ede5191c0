import type { Cell } from './assignment';

/** Cells that one choice has and another has not, of rows and columns that no other part shares. */
export interface DifferencePart {
  /** Cells that go, and cells that come for them. */
  readonly out: readonly Cell[];
  readonly into: readonly Cell[];
}

/**
 * Where two choices differ, split into parts that share no row and no column: each may be taken from either. Only parts that leave as
 * many cells as there were.
 */
export function splitDifference(
  { rows, columns }: { readonly rows: number; readonly columns: number },
  from: readonly Cell[],
  to: readonly Cell[],
): readonly DifferencePart[] {
  const leader = Int32Array.from({ length: rows + columns }, (_, node) => node);
  const find = (node: number): number => {
    let top = node;
    while (leader[top] !== top) top = leader[top] = leader[leader[top] as number] as number;
    return top;
  };
  const placeOf = ([row, column]: Cell): number => row * columns + column;
  const known = new Set(from.map(placeOf));
  const wanted = new Set(to.map(placeOf));
  const out = from.filter((cell) => !wanted.has(placeOf(cell)));
  const into = to.filter((cell) => !known.has(placeOf(cell)));
  for (const [row, column] of [...out, ...into]) leader[find(row)] = find(rows + column);
  const parts = new Map<number, { readonly out: Cell[]; readonly into: Cell[] }>();
  const partOf = ([row]: Cell): { readonly out: Cell[]; readonly into: Cell[] } => {
    const top = find(row);
    const part = parts.get(top) ?? { out: [], into: [] };
    parts.set(top, part);
    return part;
  };
  for (const cell of out) partOf(cell).out.push(cell);
  for (const cell of into) partOf(cell).into.push(cell);
  return [...parts.values()].filter((part) => part.out.length === part.into.length);
}
