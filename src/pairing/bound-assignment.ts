import { cellWorth, usableCapacities, type AssignmentProblem, type Prices } from './assignment';

/**
 * The greatest total any assignment of `cells` cells can have, by weak duality of the linear programme: whatever the
 * prices are, no assignment is worth more than all places at their price plus what each cell is worth beyond the
 * prices of its row and column. Uses the problem and the prices only, never an assignment.
 */
export function boundAssignment(problem: AssignmentProblem, prices: Prices, cells: number): number {
  const { rows, columns, score, forbidden } = problem;
  const worth = cellWorth(problem);
  const u = prices.rows.map((price) => Math.max(0, price));
  const v = prices.columns.map((price) => Math.max(0, price));
  let bound = 0n;
  usableCapacities(problem.rowCapacity, rows, columns).forEach((places, row) => {
    bound += BigInt(places) * BigInt(u[row] ?? 0);
  });
  usableCapacities(problem.columnCapacity, columns, rows).forEach((places, column) => {
    bound += BigInt(places) * BigInt(v[column] ?? 0);
  });
  for (let row = 0; row < rows; row++) {
    const start = row * columns;
    const limit = worth - (u[row] as number);
    for (let column = 0; column < columns; column++) {
      const points = score[start + column] as number;
      if (points === forbidden) continue;
      const beyond = points + limit - (v[column] as number);
      if (beyond > 0) bound += BigInt(beyond);
    }
  }
  return Number(bound - BigInt(worth) * BigInt(cells));
}
