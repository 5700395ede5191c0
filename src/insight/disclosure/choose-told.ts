import type { SolveProgram } from '../../pairing/aims/solve-program';
import { isTold } from '../../privacy/small-groups';
import type { Scale } from '../statistics/bound-missing';
import { exposesFew } from './expose-few';
import { leavesDoubt, type AnswerOf } from './leave-doubt';
import type { ToldSum } from './told-sum';

/**
 * Which of the wanted sums may be told beside those that are told already and stay so, the most wanted first: each of five people at least, and together
 * with all others about nobody in particular (`exposesFew`, `leavesDoubt`). What is left out is left out without a word, since the cause would tell too.
 */
export function chooseTold(
  already: readonly ToldSum[],
  wanted: readonly ToldSum[],
  answerOf: AnswerOf,
  scale: Scale,
  solve: SolveProgram,
): readonly ToldSum[] {
  const told: ToldSum[] = [];
  for (const sum of wanted) {
    const together = [...already, ...told, sum];
    const ofEnough = sum.parts.every(({ people }) => isTold(people.length));
    if (ofEnough && !exposesFew(together) && leavesDoubt(together, answerOf, scale, solve)) told.push(sum);
  }
  return told;
}
