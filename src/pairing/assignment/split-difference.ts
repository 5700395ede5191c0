import type { Edge } from './assignment';

/** Edges that one choice has and another has not, of rows and columns that no other part shares. */
export interface DifferencePart {
  /** Edges that go, and edges that come for them. */
  readonly out: readonly Edge[];
  readonly into: readonly Edge[];
}

/**
 * Where two choices differ, split into parts that share no row and no column: each may be taken from either. Only parts that leave as
 * many edges as there were.
 */
export function splitDifference(
  { rows, columns }: { readonly rows: number; readonly columns: number },
  from: readonly Edge[],
  to: readonly Edge[],
): readonly DifferencePart[] {
  const leader = Int32Array.from({ length: rows + columns }, (_, node) => node);
  const find = (node: number): number => {
    let top = node;
    while (leader[top] !== top) top = leader[top] = leader[leader[top] as number] as number;
    return top;
  };
  const placeOf = ([row, column]: Edge): number => row * columns + column;
  const known = new Set(from.map(placeOf));
  const wanted = new Set(to.map(placeOf));
  const out = from.filter((edge) => !wanted.has(placeOf(edge)));
  const into = to.filter((edge) => !known.has(placeOf(edge)));
  for (const [row, column] of [...out, ...into]) leader[find(row)] = find(rows + column);
  const parts = new Map<number, { readonly out: Edge[]; readonly into: Edge[] }>();
  const partOf = ([row]: Edge): { readonly out: Edge[]; readonly into: Edge[] } => {
    const top = find(row);
    const part = parts.get(top) ?? { out: [], into: [] };
    parts.set(top, part);
    return part;
  };
  for (const edge of out) partOf(edge).out.push(edge);
  for (const edge of into) partOf(edge).into.push(edge);
  return [...parts.values()].filter((part) => part.out.length === part.into.length);
}
