import type { BoardHead } from '../domain/board';
import type { SurveyRound } from '../domain/survey';
import { isTold } from '../privacy/small-groups';
import type { RoundDto } from './programme-api-contract';

/**
 * A survey round with how many were asked, as of now, and how many answered at least, as the night told it last: `atLeast` is absent until
 * five answers are told. Of a pulse nothing is said of who was asked: one is asked by the yes to "did you meet?", which is private.
 */
export function roundCounts(
  { id, instrument, state, opensAt, closesAt, told }: SurveyRound,
  head: BoardHead | undefined,
): RoundDto {
  const asked = Math.max(0, head?.counts[`responses.${id}.asked`] ?? 0);
  return {
    id,
    instrument,
    state,
    opensAt,
    closesAt,
    ...(instrument !== 'pulse' && isTold(asked) ? { asked } : {}),
    ...(told === undefined ? {} : { atLeast: told }),
  };
}
