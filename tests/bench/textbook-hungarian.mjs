/**
 * The Hungarian method with potentials as textbooks give it, O(n³), for a square matrix of costs (arrays of rows).
 * Returns the least total. It is the floor that needs nothing installed.
 */
export function textbookHungarian(costs) {
  const n = costs.length;
  const rowPotential = new Float64Array(n + 1);
  const columnPotential = new Float64Array(n + 1);
  const rowOf = new Int32Array(n + 1);
  const before = new Int32Array(n + 1);
  for (let row = 1; row <= n; row++) {
    rowOf[0] = row;
    let column = 0;
    const least = new Float64Array(n + 1).fill(Infinity);
    const used = new Uint8Array(n + 1);
    do {
      used[column] = 1;
      const current = rowOf[column];
      let step = Infinity;
      let next = 0;
      for (let other = 1; other <= n; other++) {
        if (used[other]) continue;
        const reduced = costs[current - 1][other - 1] - rowPotential[current] - columnPotential[other];
        if (reduced < least[other]) {
          least[other] = reduced;
          before[other] = column;
        }
        if (least[other] < step) {
          step = least[other];
          next = other;
        }
      }
      for (let other = 0; other <= n; other++) {
        if (used[other]) {
          rowPotential[rowOf[other]] += step;
          columnPotential[other] -= step;
        } else least[other] -= step;
      }
      column = next;
    } while (rowOf[column] !== 0);
    while (column !== 0) {
      rowOf[column] = rowOf[before[column]];
      column = before[column];
    }
  }
  let total = 0;
  for (let column = 1; column <= n; column++) total += costs[rowOf[column] - 1][column - 1];
  return total;
}
