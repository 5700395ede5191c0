import type { ChoiceFigure, PromotersFigure } from '../../domain/figures';
import type { ChoiceQuestion } from '../../domain/instruments';
import type { Side } from '../../domain/proposal';
import { measureShare } from '../statistics/measure-share';
import { scorePromoters } from '../statistics/score-promoters';
import type { RoundAnswers } from '../../domain/figures';
import { valuesOf } from './read-values';

/** Steps of a scale between which each answer stays open, as `leavesDoubt` has it for sums. */
const leastSteps = 2;

/** How many of a side chose what; undefined under `fewest` people, and where the choices told are so close that they tell everybody's. */
export function choiceFigure(
  question: ChoiceQuestion,
  side: Side,
  round: RoundAnswers,
  fewest: number,
): ChoiceFigure | undefined {
  const choices: readonly string[] = question.choices;
  const chosen = [
    ...valuesOf(round, side, ({ values }) => {
      const value = values[question.id];
      return typeof value === 'string' && choices.includes(value) ? choices.indexOf(value) : undefined;
    }).values(),
  ];
  if (chosen.length < fewest || Math.max(...chosen) - Math.min(...chosen) < leastSteps) return undefined;
  const counts = choices.map((choice, index) => ({ choice, k: chosen.filter((at) => at === index).length }));
  const counted: readonly string[] = question.counted;
  const k = counts.filter(({ choice }) => counted.includes(choice)).reduce((sum, count) => sum + count.k, 0);
  const share = measureShare(k, chosen.length, 0);
  if (share.hidden) return undefined;
  return { measure: question.id, side, n: chosen.length, counts, share: share.share, low: share.low, high: share.high };
}

/** Would they do it again, in one figure of a side; undefined under `fewest` people, and where all are of one kind. */
export function promotersFigure(side: Side, round: RoundAnswers, fewest: number): PromotersFigure | undefined {
  const answers = [
    ...valuesOf(round, side, ({ values: { again } }) => (typeof again === 'number' ? again : undefined)).values(),
  ];
  const figure = promotersOf(answers, fewest);
  return figure && { measure: 'again', side, ...figure };
}

/** Promoters less detractors among these answers; undefined under `fewest` of them, and where all are of one kind. */
export function promotersOf(
  answers: readonly number[],
  fewest: number,
): Omit<PromotersFigure, 'measure' | 'side'> | undefined {
  const figure = scorePromoters(answers, 0);
  if (answers.length < fewest || figure.hidden) return undefined;
  const { n, promoters, detractors, score, low, high } = figure;
  if ([promoters, detractors, n - promoters - detractors].includes(n)) return undefined;
  return { n, promoters, detractors, score, low, high };
}
