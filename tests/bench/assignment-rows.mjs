/* The exact assignment beside other exact solvers, on the same matrices, each total checked against ours. */
import { performance } from 'node:perf_hooks';
import { compared, median, medians, timed } from './compare.mjs';
import { loadPeer } from './peers.mjs';
import { product } from './product.mjs';
import { startScipy } from './scipy.mjs';
import {
  forbidden,
  kindScores,
  lineScores,
  mixedTriangleScores,
  nestedScores,
  planeScores,
  productScores,
  randomScores,
  structuredScores,
  tiedScores,
  triangleScores,
} from './score-matrices.mjs';
import { textbookHungarian } from './textbook-hungarian.mjs';

const seeds = [11, 12, 13];
/** A cost above every sum of scores: an edge that costs so much is one that is not used. */
const unused = 1e10;
/** Those that must stay well ahead, then families on which other methods are quick: none of them may be much slower here. */
const besideScipyCases = [
  { name: 'structured, 40 % forbidden', scores: structuredScores, limit: 0.5, full: 3000 },
  { name: 'random', scores: randomScores, limit: 0.35, full: 3000 },
  { name: 'heavy ties', scores: tiedScores, limit: 0.5, full: 3000 },
  { name: 'row times column', scores: productScores, limit: 0.5, full: 1000 },
  { name: 'triangle of equal scores', scores: triangleScores, limit: 1, full: 3000 },
  { name: 'mixed triangle of three scores', scores: mixedTriangleScores, limit: 1, full: 3000 },
  { name: 'nested choices', scores: nestedScores, limit: 1, full: 3000 },
  { name: 'points in a plane', scores: planeScores, limit: 1, full: 3000 },
  { name: 'points on a line', scores: lineScores, limit: 1, full: 3000 },
  { name: 'forty kinds', scores: kindScores, limit: 1, full: 3000 },
];

export async function assignmentRows({ rounds, quick, say }) {
  const { solveAssignment } = product('src/pairing/assignment/solve-assignment');
  const size = (full) => (quick ? 40 : full);
  const results = [];
  const scipy = startScipy(say);
  try {
    if (scipy !== undefined) {
      for (const { name, scores, limit, full } of besideScipyCases)
        results.push(await besideScipy({ solveAssignment, scipy, name, scores, limit, rounds, size: size(full) }));
    }
  } finally {
    scipy?.close();
  }
  results.push(...(await besidePackages({ solveAssignment, rounds, size: size(1000), say })));
  return results;
}

async function besideScipy({ solveAssignment, scipy, name, scores, limit, rounds, size }) {
  const cases = seeds.map((seed) => {
    const score = scores(size, seed);
    const problem = { rows: size, columns: size, score, forbidden };
    const key = String(seed);
    scipy.keep(key, Float64Array.from(score, costOf));
    return { key, problem };
  });
  const pick = (round) => cases[(round + cases.length) % cases.length];
  const worth = ({ score }, columns) =>
    columns.reduce((sum, column, row) => sum + costOf(score[row * size + column]), 0);
  const best = new Map();
  const cost = await medians(
    {
      ours: (round) => {
        const { key, problem } = pick(round);
        const begun = performance.now();
        const solved = solveAssignment(problem);
        const spent = performance.now() - begun;
        if (!solved.optimal) throw new Error('Our own total is not proved');
        best.set(key, (size - solved.edges.length) * unused - solved.total);
        return spent;
      },
      other: async (round) => {
        const { key, problem } = pick(round);
        const { milliseconds, columns } = await scipy.solve(key, size);
        const found = worth(problem, columns);
        if (best.has(key) && best.get(key) !== found)
          throw new Error(`${scipy.name} found ${String(found)}, we ${String(best.get(key))}`);
        return milliseconds;
      },
    },
    rounds,
  );
  return compared(`${String(size)} × ${String(size)} ${name}`, {
    ours: cost.ours,
    otherCost: cost.other,
    other: scipy.name,
    unit: 'ms',
    limit,
  });
}

async function besidePackages({ solveAssignment, rounds, size, say }) {
  const results = [];
  const score = Int32Array.from(randomScores(size, seeds[0]), (points) => points % 101);
  const costs = Array.from({ length: size }, (_, row) =>
    Array.from(score.subarray(row * size, (row + 1) * size), (points) => 100 - points),
  );
  const best = solveAssignment({ rows: size, columns: size, score, forbidden }).total;
  const totalOf = (edges) => edges.reduce((sum, [row, column]) => sum + score[row * size + column], 0);
  const checked = (solve) =>
    timed(() => {
      const total = solve();
      if (total !== best) throw new Error(`A solver found ${String(total)} where ${String(best)} is the best`);
    });
  const jonkerVolgenant = loadPeer('linear-sum-assignment');
  const classic = loadPeer('munkres-js');
  const ours = () => checked(() => solveAssignment({ rows: size, columns: size, score, forbidden }).total);
  const cost = await medians(
    {
      ours,
      jonkerVolgenant: () =>
        checked(() => {
          const { rowAssignments } = jonkerVolgenant.load().linearSumAssignment(costs, { maximaze: false });
          return totalOf([...rowAssignments].map((column, row) => [row, column]));
        }),
      textbook: () => checked(() => size * 100 - textbookHungarian(costs)),
    },
    rounds,
  );
  say('munkres-js needs most of a minute for 1,000 × 1,000: timed once.');
  const classicCost = median([await checked(() => totalOf(classic.load()(costs)))]);
  for (const [other, otherCost, limit] of [
    [jonkerVolgenant.name, cost.jonkerVolgenant, 0.2],
    [`${classic.name}, one round`, classicCost, 0.01],
    ['the Hungarian method of the textbooks, O(n³)', cost.textbook, 0.5],
  ])
    results.push(
      compared(`${String(size)} × ${String(size)} points from 0 to 100`, {
        ours: cost.ours,
        otherCost,
        other,
        unit: 'ms',
        limit,
      }),
    );
  return results;
}

const costOf = (points) => (points === forbidden ? unused : -points);
