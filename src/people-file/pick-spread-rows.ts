/** Steps of the golden section fall into no rhythm that a file may have: every second row a mentor, a manager before each team. */
const goldenSection = (Math.sqrt(5) - 1) / 2;

/** So many rows from everywhere in a file, the same ones every time; all of them where there are no more. */
export function pickSpreadRows<T>(rows: readonly T[], count: number): readonly T[] {
  if (rows.length <= count) return rows;
  const places = new Set<number>();
  for (let step = 0; places.size < count; step++) places.add(Math.floor(((step * goldenSection) % 1) * rows.length));
  return [...places].map((place) => rows[place] as T);
}
