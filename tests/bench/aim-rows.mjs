/* Aims over the whole programme, one and several at once: time and proven gap, against what is promised, the same without aims, and HiGHS. */
import { aimCase } from './aim-cases.mjs';
import { compared, median, medians, timed } from './compare.mjs';
import { product } from './product.mjs';
import { wholeProgramme } from './whole-programme.mjs';

const seeds = [21, 22, 23];
const promises = {
  one: { milliseconds: 2000, gapPercent: 0.1 },
  several: { milliseconds: 10_000, gapPercent: 0.1 },
};
/** How many searches without aims one with three may take: some forty with bonuses, each worth a few of those without, and a programme. */
const mostSearches = 300;

export async function aimRows({ rounds, quick }) {
  const { solveAssignment } = product('src/pairing/assignment/solve-assignment');
  const { solveWithAim } = product('src/pairing/aims/solve-with-aim');
  const { solveWithAims } = product('src/pairing/aims/solve-with-aims');
  const { loadProgramSolver } = product('bot/workers/load-program-solver');
  const solveProgram = await loadProgramSolver();
  const size = quick ? 60 : 1000;
  const cases = seeds.map((seed) => aimCase(size, seed));
  const sized = `${String(size)} × ${String(size)}`;
  const several = (aimsOf) => (one) => {
    const { gap, aims } = solveWithAims(one.problem, aimsOf(one), { solveProgram });
    return { met: aims.every(({ met }) => met), gap };
  };
  const row = (name, promise, search) => promised(`${sized}, ${name}`, promise, { rounds, cases, search });
  return [
    ...(await row('95 % across functions', promises.one, ({ problem, aims }) => solveWithAim(problem, aims[0]))),
    ...(await row(
      'one mixed aim',
      promises.one,
      several(({ mixed }) => [mixed]),
    )),
    ...(await row(
      'two aims, with what each costs',
      promises.several,
      several(({ aims }) => aims.slice(0, 2)),
    )),
    ...(await row(
      'three aims, with what each costs',
      promises.several,
      several(({ aims }) => aims),
    )),
    await besideNoAims(sized, cases, rounds, {
      aimed: several(({ aims }) => aims),
      free: ({ problem }) => solveAssignment(problem),
    }),
    await besideHighs({ size: quick ? 20 : 100, rounds, solveWithAims, solveProgram }),
  ];
}

/** Time and greatest gap of a search that is promised, over rounds that take the cases in turn. */
async function promised(name, promise, { rounds, cases, search }) {
  const milliseconds = [];
  const gaps = [];
  for (let round = -1; round < Math.max(rounds, cases.length); round++) {
    let solved;
    const spent = await timed(() => (solved = search(cases[(round + cases.length) % cases.length])));
    if (!solved.met) throw new Error('The aims were not met');
    if (round < 0) continue;
    milliseconds.push(spent);
    gaps.push(solved.gap * 100);
  }
  return [
    compared(`${name}: time`, {
      ours: median(milliseconds),
      otherCost: promise.milliseconds,
      other: 'what is promised',
      unit: 'ms',
      limit: 1,
    }),
    compared(`${name}: greatest proven gap`, {
      // A gap of nothing at all would leave the report without a figure.
      ours: Math.max(1e-6, ...gaps),
      otherCost: promise.gapPercent,
      other: 'what is promised',
      unit: '%',
      limit: 1,
    }),
  ];
}

async function besideNoAims(sized, cases, rounds, searches) {
  const of = (search) => (round) => timed(() => search(cases[(round + cases.length) % cases.length]));
  const { aimed, free } = await medians({ aimed: of(searches.aimed), free: of(searches.free) }, rounds);
  return compared(`${sized}, three aims, with what each costs`, {
    ours: aimed,
    otherCost: free,
    other: 'the same without aims (a floor)',
    unit: 'ms',
    limit: mostSearches,
  });
}

/** The same aims, where HiGHS by itself comes to an end: it must find the same total. */
async function besideHighs({ size, rounds, solveWithAims, solveProgram }) {
  const whole = await wholeProgramme();
  const cases = [];
  // A few people cannot always do what is asked, and HiGHS alone would then have nothing to find.
  for (let seed = seeds[0]; cases.length < seeds.length; seed++) {
    const one = aimCase(size, seed);
    const solved = solveWithAims(one.problem, one.aims, { solveProgram });
    if (solved.aims.every(({ met }) => met)) cases.push({ ...one, solved });
  }
  const caseOf = (round) => cases[(round + cases.length) % cases.length];
  const { ours, highs } = await medians(
    {
      ours: (round) => timed(() => solveWithAims(caseOf(round).problem, caseOf(round).aims, { solveProgram })),
      highs: (round) => {
        const { problem, aims, solved } = caseOf(round);
        const asked = solved.aims.map((aim) => aim.asked);
        return timed(() => {
          const total = whole(problem, aims, asked, solved.edges.length);
          if (total > solved.bound || total < solved.total) throw new Error('HiGHS has found another total');
        });
      },
    },
    rounds,
  );
  return compared(`${String(size)} × ${String(size)}, three aims, with what each costs`, {
    ours,
    otherCost: highs,
    other: 'HiGHS over every edge, without the costs',
    unit: 'ms',
    limit: 1,
  });
}
