/* The exact assignment of mentors to mentees against other exact solvers, on the same matrices with the same total. */
import { compared, medians, timed } from './compare.mjs';
import { installPeers } from './peers.mjs';
import { product } from './product.mjs';
import { textbookHungarian } from './textbook-hungarian.mjs';

const munkres = 'munkres-js';
const jonkerVolgenant = 'linear-sum-assignment';
const forbidden = -2_000_000_000;
/** Ours also works out the bound that proves its total; hence the quarter allowed beside the fastest peer. */
const limits = { textbook: 1, jv: 1.25, classic: 0.1 };
const peers = { [munkres]: '1.2.2', [jonkerVolgenant]: '1.0.9' };

export async function run({ rounds, quick, install, say }) {
  const { solveAssignment } = product('src/pairing/solve-assignment');
  const found = installPeers(
    Object.entries(peers).map(([name, version]) => `${name}@${version}`),
    { install, say },
  );
  try {
    const results = [];
    for (const { size, kind, scores } of quick
      ? [matrix(40, 'points')]
      : [matrix(300, 'points'), matrix(300, 'products'), matrix(1000, 'points')]) {
      const greatest = kind === 'points' ? 100 : 0;
      const costs = Array.from({ length: size }, (_, row) =>
        Array.from({ length: size }, (_, column) => greatest - scores[row * size + column]),
      );
      const totalOf = (cells) => cells.reduce((sum, [row, column]) => sum + scores[row * size + column], 0);
      const solve = () => solveAssignment({ rows: size, columns: size, score: scores, forbidden });
      const best = solve();
      if (!best.optimal) throw new Error('Our own total is not proved');
      const sides = { ours: () => checked(best.total, () => solve().total) };
      const names = {};
      const jv = found.load(jonkerVolgenant);
      if (jv !== undefined) {
        sides.jv = () =>
          checked(best.total, () =>
            totalOf(
              [...jv.linearSumAssignment(costs, { maximaze: false }).rowAssignments].map((column, row) => [
                row,
                column,
              ]),
            ),
          );
        names.jv = `${jonkerVolgenant} ${peers[jonkerVolgenant]}`;
      }
      if (jv === undefined || size <= 300) {
        sides.textbook = () => checked(best.total, () => size * greatest - textbookHungarian(costs));
        names.textbook = 'the Hungarian method of the textbooks, O(n³)';
      }
      const classic = found.load(munkres);
      if (classic !== undefined && size <= 300 && kind === 'points') {
        sides.classic = () => checked(best.total, () => totalOf(classic(costs)));
        names.classic = `${munkres} ${peers[munkres]}`;
      } else if (classic !== undefined)
        say(
          `${munkres} needs n⁴ steps: compared on 300 × 300 points only, not on ${String(size)} × ${String(size)} ${kind}.`,
        );
      const cost = await medians(sides, rounds);
      for (const [side, other] of Object.entries(names))
        results.push(
          compared(`${String(size)} × ${String(size)} ${kind}`, {
            ours: cost.ours,
            otherCost: cost[side],
            other,
            unit: 'ms',
            limit: limits[side],
          }),
        );
    }
    return results;
  } finally {
    found.remove();
  }
}

async function checked(best, solve) {
  let total;
  const milliseconds = await timed(() => {
    total = solve();
  });
  if (total !== best) throw new Error(`A solver found ${String(total)} where ${String(best)} is the best`);
  return milliseconds;
}

/** `points`: 0 to 100 by chance, with many ties, as pairs score; `products`: row times column, the hard case for such methods. */
function matrix(size, kind) {
  const scores = new Int32Array(size * size);
  let state = 42;
  for (let index = 0; index < scores.length; index++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const product = (size - Math.floor(index / size)) * (size - (index % size));
    scores[index] = kind === 'points' ? Math.floor((state / 2 ** 32) * 101) : -product;
  }
  return { size, kind, scores };
}
