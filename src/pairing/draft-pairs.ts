import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { canonicalPeople, canonicalText } from '../participant/compare-people';
import type { PersonProfile } from '../participant/model';
import type { AssignmentProblem } from './assignment';
import type { PairingPolicy } from './contract';
import { explainLeftOver } from './explain-left-over';
import type { LeftOver, PairDraft, ProposedPair } from './model';
import { preparePairing, type PairingCase } from './prepare-pairing';
import { forbiddenBy } from './rules';
import { explainScore, scoreOf } from './score';
import { solveAssignment } from './solve-assignment';
import { matchTopics } from './match-topics';
import { isOwnTopic } from '../participant/topics';

const forbidden = -2147483648;
const topicsKept = 5;

export interface DraftOptions {
  readonly policy: PairingPolicy;
  /** A whole number of 32 bits that decides between equal totals; never a name or a place in the file. */
  readonly seed: number;
  /** SHA-256 of a text, hex. */
  readonly hash: (text: string) => string;
  /** Manager's id by id, also of people who take no part; the people's own managers where absent. */
  readonly reportingLines?: ReadonlyMap<string, string>;
  /** Mentor and mentee ids that were asked already and are not asked again. */
  readonly asked?: readonly (readonly [mentorId: string, menteeId: string])[];
}

/**
 * As many pairs as possible within rules and capacities, then the greatest total of points, with reasons, and
 * everybody left over with theirs. The same people, policy and seed give the same draft whatever their order.
 */
export function draftPairs(people: readonly PersonProfile[], options: DraftOptions): PairDraft {
  const { policy, seed, asked = [] } = options;
  const reportingLines =
    options.reportingLines ??
    new Map(people.flatMap((one) => (one.managerId === undefined ? [] : [[one.id, one.managerId] as const])));
  const shuffled = shuffle(
    [...people].sort((a, b) => (a.id < b.id ? -1 : 1)),
    seed,
  );
  const mentors = shuffled.filter((person) => person.role !== 'mentee');
  const mentees = shuffled.filter((person) => person.role !== 'mentor');
  const pairing = preparePairing({ mentors, mentees, policy, reportingLines, asked });
  const problem = scoreMatrix(pairing);
  const solved = solveAssignment(problem);

  const pairs = solved.cells.map(([mentor, mentee]) => describePair(pairing, mentor, mentee));
  const placed = new Set(pairs.flatMap((pair) => [pair.mentorId, pair.menteeId]));
  const unpaired = shuffled
    .filter((person) => !placed.has(person.id))
    .map((person): LeftOver => explainLeftOver(pairing, person));
  return {
    pairs: pairs.sort((a, b) => compareIds(a.mentorId, b.mentorId) || compareIds(a.menteeId, b.menteeId)),
    unpaired: unpaired.sort((a, b) => compareIds(a.participantId, b.participantId)),
    total: solved.total,
    upperBound: solved.upperBound,
    optimal: solved.optimal,
    seed,
    inputHash: options.hash(
      canonicalText({
        people: canonicalPeople(people),
        policy,
        asked: asked.map(String).sort(),
        lines: [...reportingLines].map(String).sort(),
      }),
    ),
  };
}

function scoreMatrix(pairing: PairingCase): AssignmentProblem {
  const { mentors, mentees } = pairing;
  const score = new Int32Array(mentors.length * mentees.length);
  for (let mentor = 0; mentor < mentors.length; mentor++) {
    for (let mentee = 0; mentee < mentees.length; mentee++) {
      const allowed = forbiddenBy(pairing, mentor, mentee) === undefined;
      score[mentor * mentees.length + mentee] = allowed ? scoreOf(pairing, mentor, mentee) : forbidden;
    }
  }
  keepOneDirection(pairing, score);
  return {
    rows: mentors.length,
    columns: mentees.length,
    score,
    forbidden,
    rowCapacity: mentors.map((person) => person.capacity),
    columnCapacity: mentees.map((person) => person.capacity),
  };
}

/** Two people who would each take either role are put together once, in the direction with more points. */
function keepOneDirection({ mentors, mentees }: PairingCase, score: Int32Array): void {
  const columnOf = new Map(mentees.map((person, index) => [person.id, index]));
  const both = mentors.flatMap((person, row) => {
    const column = columnOf.get(person.id);
    return column === undefined ? [] : [{ row, column }];
  });
  both.forEach((one, index) => {
    for (const other of both.slice(index + 1)) {
      const there = one.row * mentees.length + other.column;
      const back = other.row * mentees.length + one.column;
      score[(score[there] as number) >= (score[back] as number) ? back : there] = forbidden;
    }
  });
}

function describePair(pairing: PairingCase, mentorIndex: number, menteeIndex: number): ProposedPair {
  const mentor = pairing.mentors[mentorIndex] as PersonProfile;
  const mentee = pairing.mentees[menteeIndex] as PersonProfile;
  const parts = explainScore(pairing, mentorIndex, menteeIndex);
  const { exact, related } = matchTopics(mentor.expertise, mentee.goals);
  const catalogued = exact.filter((topic) => !isOwnTopic(topic));
  return {
    mentorId: mentor.id,
    menteeId: mentee.id,
    score: parts.reduce((sum, part) => sum + part.points, 0),
    parts,
    topics: (catalogued.length > 0 ? catalogued : related).slice(0, topicsKept),
  };
}

/** Fisher and Yates over xoroshiro128+: the same seed, the same order, on every machine. */
function shuffle<T>(items: readonly T[], seed: number): readonly T[] {
  const random = xoroshiro128plus(seed);
  const order = [...items];
  for (let last = order.length - 1; last > 0; last--) {
    const other = uniformInt(random, 0, last);
    [order[last], order[other]] = [order[other] as T, order[last] as T];
  }
  return order;
}

function compareIds(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
