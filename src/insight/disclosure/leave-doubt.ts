import type { ProgramRow, SolveProgram } from '../../pairing/aims/solve-program';
import type { Scale } from '../statistics/bound-missing';
import { dividePeople, type PeopleAlike } from './group-people';
import type { ToldSum } from './told-sum';

/** Points of the scale between which everybody's answer stays open at least, for whoever works with all that is told. */
const leastDoubt = 2;
/** Ends that a solver finds are exact up to this. */
const solverError = 1e-6;

/** Everybody's answers: round and person to points of the scale. */
export type AnswerOf = (round: string, person: string) => number;

/**
 * Whether the sums leave each answer open by two points of the scale at least: the least and the greatest value it could have while all sums stand and
 * every answer is on the scale, as a linear programme (bounds of a linear attack: Hundepool et al., Statistical Disclosure Control, 2012, 4.4). Where two people
 * whom no sum tells apart answered so far from each other, they could be exchanged, and nothing need be solved.
 */
export function leavesDoubt(sums: readonly ToldSum[], answerOf: AnswerOf, scale: Scale, solve: SolveProgram): boolean {
  const groups = dividePeople(sums);
  const unknowns = groups.flatMap((group) =>
    [...group.columns].map(([round, column]): Unknown => ({
      group,
      column,
      answers: group.people.map((person) => answerOf(round, person)),
    })),
  );
  return unknowns.every((unknown) => {
    if (Math.max(...unknown.answers) - Math.min(...unknown.answers) >= leastDoubt) return true;
    const [least, most] = [-1, 1].map((gain) => gain * boundOf(unknown, gain, unknowns, sums.length, scale, solve)) as [
      number,
      number,
    ];
    return most - least >= leastDoubt - solverError;
  });
}

/** The answers of people alike in one round. */
interface Unknown {
  readonly group: PeopleAlike;
  readonly column: readonly number[];
  readonly answers: readonly number[];
}

/** The greatest value of `gain` times the answer of one person of the group; the others' answers of a group stand as one sum. */
function boundOf(
  probed: Unknown,
  gain: number,
  unknowns: readonly Unknown[],
  sums: number,
  { least, most }: Scale,
  solve: SolveProgram,
): number {
  const columns = [
    ...unknowns.map((unknown) => ({ unknown, people: unknown.answers.length - (unknown === probed ? 1 : 0), gain: 0 })),
    { unknown: probed, people: 1, gain },
  ];
  const rows = Array.from({ length: sums }, (_none, sum): ProgramRow => {
    const told = unknowns.reduce(
      (total, { column, answers }) => total + (column[sum] ?? 0) * answers.reduce((all, answer) => all + answer, 0),
      0,
    );
    const held = columns.flatMap(({ unknown }, index) => {
      const factor = unknown.column[sum] ?? 0;
      return factor === 0 ? [] : [{ index, factor }];
    });
    return {
      lower: told,
      upper: told,
      columns: held.map(({ index }) => index),
      factors: held.map(({ factor }) => factor),
    };
  });
  const { bound } = solve(
    {
      columns: {
        gain: columns.map((column) => column.gain),
        lower: columns.map(({ people }) => people * least),
        upper: columns.map(({ people }) => people * most),
        whole: columns.map(() => false),
      },
      rows,
    },
    0,
  );
  return bound;
}
