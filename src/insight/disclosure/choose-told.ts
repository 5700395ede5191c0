import type { SolveProgram } from '../../pairing/aims/solve-program';
import type { Scale } from '../statistics/bound-missing';
import { exposesFew } from './find-exposed-few';
import { leavesDoubt, type AnswerOf } from './leave-doubt';
import type { ToldSum } from './told-sum';

/** By what it is judged whether sums may be told. */
export interface TellingRule {
  readonly answerOf: AnswerOf;
  readonly scale: Scale;
  /** People in a sum, at least. */
  readonly fewest: number;
  /** People whom no combination of sums may be about alone, at least; five where absent. */
  readonly few?: number;
  readonly solve: SolveProgram;
}

/**
 * Which of the wanted sums may be told beside those that are told already and stay so, the most wanted first: each of so many people at least, and together
 * with all others about nobody in particular (`exposesFew`, `leavesDoubt`). What is left out is left out without a word, since the cause would tell too.
 */
export function chooseTold(
  already: readonly ToldSum[],
  wanted: readonly ToldSum[],
  { answerOf, scale, fewest, few, solve }: TellingRule,
): readonly ToldSum[] {
  const told: ToldSum[] = [];
  for (const sum of wanted) {
    const together = [...already, ...told, sum];
    const isOfEnough = sum.parts.every(({ people }) => people.length >= fewest);
    if (isOfEnough && !exposesFew(together, few) && leavesDoubt(together, answerOf, scale, solve)) told.push(sum);
  }
  return told;
}
