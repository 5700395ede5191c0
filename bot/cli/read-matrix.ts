import type { AssignmentProblem } from '../../src/pairing/assignment/assignment';
import { CommandExit } from './command-exit';

const mostPoints = 1_000_000;
const mostCapacity = 1_000_000;
const mostCells = 100_000_000;
const forbidden = -2147483648;

/** The problem a matrix document states; exit 2 with the first place that is not as it must be. */
export function readMatrix(document: unknown, path: string): AssignmentProblem {
  const refuse = (why: string): never => {
    throw new CommandExit(2, `${path}: ${why}`);
  };
  if (document === null || typeof document !== 'object' || Array.isArray(document))
    return refuse('a matrix is an object with `score`.');
  const { score, rowCapacity, columnCapacity } = document as Readonly<Record<string, unknown>>;
  if (!Array.isArray(score)) return refuse('`score` is an array of rows.');
  const rows = score.length;
  const columns = Array.isArray(score[0]) ? score[0].length : 0;
  if (rows * columns > mostCells) return refuse(`at most ${mostCells} cells.`);
  const points = new Int32Array(rows * columns);
  for (const [row, cells] of (score as readonly unknown[]).entries()) {
    if (!Array.isArray(cells)) return refuse(`score[${row}] is not an array.`);
    if (cells.length !== columns) return refuse(`score[${row}] has ${cells.length} cells, score[0] has ${columns}.`);
    for (let column = 0; column < columns; column++) {
      const cell: unknown = cells[column];
      if (cell === null) points[row * columns + column] = forbidden;
      else if (Number.isInteger(cell) && Math.abs(cell as number) <= mostPoints)
        points[row * columns + column] = cell as number;
      else
        return refuse(
          `score[${row}][${column}] is ${shown(cell)}; a cell is null or a whole number from -1000000 to 1000000.`,
        );
    }
  }
  const capacities = (name: string, value: unknown, count: number): readonly number[] | undefined => {
    if (value === undefined || value === null) return undefined;
    if (!Array.isArray(value)) return refuse(`\`${name}\` is an array.`);
    if (value.length !== count && rows > 0) return refuse(`\`${name}\` has ${value.length} entries for ${count}.`);
    const wrong = value.findIndex(
      (places) => !Number.isInteger(places) || (places as number) < 0 || (places as number) > mostCapacity,
    );
    if (wrong >= 0)
      return refuse(
        `${name}[${wrong}] is ${shown(value[wrong])}; a capacity is a whole number from 0 to ${mostCapacity}.`,
      );
    return value as readonly number[];
  };
  const rowPlaces = capacities('rowCapacity', rowCapacity, rows);
  const columnPlaces = capacities('columnCapacity', columnCapacity, columns);
  return {
    rows,
    columns,
    score: points,
    forbidden,
    ...(rowPlaces === undefined ? {} : { rowCapacity: rowPlaces }),
    ...(columnPlaces === undefined ? {} : { columnCapacity: columnPlaces }),
  };
}

function shown(value: unknown): string {
  // JSON writes a number too large for it as null.
  if (typeof value === 'number' && !Number.isFinite(value)) return 'a number too large';
  return ((JSON.stringify(value) as string | undefined) ?? 'nothing').slice(0, 40);
}
