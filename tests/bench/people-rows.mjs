/* People scored and paired: beside a scorer of plain objects, and against the budgets that are promised. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { benchPeople } from './bench-people.mjs';
import { compared, medians, timed } from './compare.mjs';
import { plainScorer } from './plain-scorer.mjs';
import { product } from './product.mjs';

const budgets = { nanoseconds: 60, milliseconds: 12_000, megabytes: 400 };
const seed = 7;

export async function peopleRows({ rounds, quick, say }) {
  return [...(await scoringRows({ rounds, size: quick ? 60 : 1000 })), ...(await manyRows({ rounds, quick, say }))];
}

async function scoringRows({ rounds, size }) {
  const { allTopics, pairingPolicySchema, preparePairing, linesOf, scoreMatrix, forbiddenScore } = pairingParts();
  const people = benchPeople(size, allTopics);
  const policy = pairingPolicySchema.parse({});
  const ours = () => {
    const pairing = preparePairing(people, { policy, seed });
    return { pairing, scores: scoreMatrix(pairing) };
  };
  const plain = ({ mentors, mentees }) => {
    const { prepared, score } = plainScorer(product, { people, policy, reportingLines: linesOf(people) });
    const [rows, columns] = [mentors, mentees].map((side) => side.map(({ id }) => prepared.get(id)));
    return rows.flatMap((mentor) => columns.map((mentee) => score(mentor, mentee) ?? forbiddenScore));
  };
  const { pairing, scores } = ours();
  if (plain(pairing).some((points, cell) => points !== scores[cell]))
    throw new Error('The plain scorer gives other points than ours');
  const cost = await medians({ ours: () => timed(ours), plain: () => timed(() => plain(pairing)) }, rounds);
  const perPair = (milliseconds) => (milliseconds * 1e6) / size ** 2;
  const name = `scoring ${String(size)} × ${String(size)} people, each pair`;
  const figures = { ours: perPair(cost.ours), unit: 'ns' };
  return [
    compared(name, { ...figures, otherCost: perPair(cost.plain), other: 'the same with plain objects', limit: 0.2 }),
    compared(name, { ...figures, otherCost: budgets.nanoseconds, other: 'what is promised', limit: 1 }),
  ];
}

/** In a process of its own, so that the memory is its own. */
async function manyRows({ rounds, quick, say }) {
  const size = quick ? 60 : 10_000;
  if (!quick) say('10,000 × 10,000 people: some minutes.');
  const figures = [];
  for (let round = 0; round < rounds; round++)
    figures.push(
      JSON.parse(
        execFileSync(process.execPath, [join(import.meta.dirname, 'pair-many.mjs'), String(size)], {
          encoding: 'utf8',
        }),
      ),
    );
  const middle = (name) => figures.map((one) => one[name]).sort((a, b) => a - b)[figures.length >> 1];
  const name = `${String(size)} × ${String(size)} people scored and solved`;
  return [
    ['milliseconds', 'ms'],
    ['megabytes', 'MB resident'],
  ].map(([figure, unit]) =>
    compared(name, { ours: middle(figure), otherCost: budgets[figure], other: 'what is promised', unit, limit: 1 }),
  );
}

/** What of the product a draft is made with. */
export function pairingParts() {
  return {
    allTopics: product('src/participant/topics').catalogueTopics(),
    ...product('src/pairing/contract'),
    ...product('src/pairing/prepare-pairing'),
    ...product('src/pairing/score-matrix'),
    ...product('src/pairing/draft-pairs'),
    ...product('src/pairing/solve-assignment'),
  };
}
