/* People scored and paired: beside a scorer of plain objects, and against the budgets that are promised. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { root } from '../../scripts/ensure-installed.mjs';
import { benchPeople } from './bench-people.mjs';
import { compared, median, medians, timedOnProcessor } from './compare.mjs';
import { peopleCsv } from './people-csv.mjs';
import { plainScorer } from './plain-scorer.mjs';
import { product } from './product.mjs';

const budgets = { nanoseconds: 60, milliseconds: 12_000, megabytes: 400, fileMilliseconds: 10_000 };
const commandLine = join(root, 'build', 'js', 'bot', 'cli', 'main.js');
const seed = 7;

export async function peopleRows({ rounds, quick, say }) {
  const sizes = quick ? { peer: 60, promised: 60 } : { peer: 1000, promised: 3000 };
  return [
    ...(await scoringRows({ rounds, sizes })),
    ...manyRows({ rounds, quick, say }),
    ...fileRows({ rounds, quick }),
  ];
}

/** Processor time for each pair: beside the plain scorer where it can be waited for, and at a size that matters. */
async function scoringRows({ rounds, sizes }) {
  const { allTopics, pairingPolicySchema, preparePairing, linesOf, scoreMatrix, forbiddenScore } = pairingParts();
  const people = benchPeople(sizes.peer, allTopics);
  const many = benchPeople(sizes.promised, allTopics);
  const policy = pairingPolicySchema.parse({});
  const scored = (some) => {
    const pairing = preparePairing(some, { policy, seed });
    return { pairing, scores: scoreMatrix(pairing) };
  };
  const plain = ({ mentors, mentees }) => {
    const { prepared, score } = plainScorer(product, { people, policy, reportingLines: linesOf(people) });
    const [rows, columns] = [mentors, mentees].map((side) => side.map(({ id }) => prepared.get(id)));
    return rows.flatMap((mentor) => columns.map((mentee) => score(mentor, mentee) ?? forbiddenScore));
  };
  const { pairing, scores } = scored(people);
  if (plain(pairing).some((points, edge) => points !== scores[edge]))
    throw new Error('The plain scorer gives other points than ours');
  for (let warmUp = 0; warmUp < 2; warmUp++) scored(many);
  const cost = await medians(
    {
      ours: () => timedOnProcessor(() => scored(people)),
      many: () => timedOnProcessor(() => scored(many)),
      plain: () => timedOnProcessor(() => plain(pairing)),
    },
    rounds,
  );
  const line = (size, figures) =>
    compared(`scoring ${String(size)} × ${String(size)} people, warm, processor time for each pair`, {
      ...figures,
      unit: 'ns',
    });
  const perPair = (milliseconds, size) => (milliseconds * 1e6) / size ** 2;
  return [
    line(sizes.peer, {
      ours: perPair(cost.ours, sizes.peer),
      otherCost: perPair(cost.plain, sizes.peer),
      other: 'the same with plain objects',
      limit: 0.2,
    }),
    line(sizes.promised, {
      ours: perPair(cost.many, sizes.promised),
      otherCost: budgets.nanoseconds,
      other: 'what is promised',
      limit: 1,
    }),
  ];
}

/** In a process of its own, so that the memory is its own. */
function manyRows({ rounds, quick, say }) {
  const size = quick ? 60 : 10_000;
  if (!quick) say('10,000 × 10,000 people: some minutes.');
  const script = join(import.meta.dirname, 'pair-many.mjs');
  const figures = Array.from({ length: rounds }, () =>
    JSON.parse(execFileSync(process.execPath, [script, String(size)], { encoding: 'utf8' })),
  );
  const name = `${String(size)} × ${String(size)} people scored and solved`;
  return [
    ['milliseconds', budgets.milliseconds, 'ms', 'time on the clock'],
    ['processor', budgets.milliseconds, 'ms', 'processor time'],
    ['megabytes', budgets.megabytes, 'MB resident', 'memory'],
  ].map(([figure, otherCost, unit, what]) =>
    compared(`${name}: ${what}`, {
      ours: median(figures.map((one) => one[figure])),
      otherCost,
      other: 'what is promised',
      unit,
      limit: 1,
    }),
  );
}

/** A file of a large company checked and then paired by the commands, each in a process of its own as people run them. */
function fileRows({ rounds, quick }) {
  const [mentors, mentees] = quick ? [40, 60] : [8000, 12_000];
  const folder = mkdtempSync(join(tmpdir(), 'passerelle-people-'));
  const file = join(folder, 'people.csv');
  const passerelle = (...words) =>
    execFileSync(process.execPath, [commandLine, ...words], {
      maxBuffer: 2 ** 30,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  try {
    writeFileSync(file, peopleCsv(mentors, mentees));
    const costs = Array.from({ length: quick ? 1 : rounds }, () => {
      const begun = performance.now();
      passerelle('people', 'check', file);
      const { optimal } = JSON.parse(passerelle('pair', '--people', file, '--json'));
      if (!optimal) throw new Error('Not proved to be the best');
      return performance.now() - begun;
    });
    return [
      compared(`a file of ${String(mentors + mentees)} people checked and paired: time on the clock`, {
        ours: median(costs),
        otherCost: budgets.fileMilliseconds,
        other: 'what is promised',
        unit: 'ms',
        limit: 1,
      }),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What of the product a draft is made with. */
export function pairingParts() {
  return {
    allTopics: product('src/catalogues/topics').catalogueTopics(),
    ...product('src/domain/pairing-contract'),
    ...product('src/pairing/scoring/prepare-pairing'),
    ...product('src/pairing/scoring/score-matrix'),
    ...product('src/pairing/draft-pairs'),
    ...product('src/pairing/assignment/solve-assignment'),
  };
}
