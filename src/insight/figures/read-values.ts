import type { RoundAnswers } from '../../domain/figures';
import type { Side } from '../../domain/proposal';
import type { AnswerSheet } from '../../domain/survey';

/** The answers of one side, a value a person, for those who have one: of somebody in two pairs, who answers of each, the mean. */
export function valuesOf(
  round: RoundAnswers | undefined,
  side: Side,
  valueOf: (sheet: AnswerSheet) => number | undefined,
): ReadonlyMap<string, number> {
  const given = new Map<string, number[]>();
  for (const { person, sheet } of round?.sheets ?? []) {
    const value = sheet.side === side ? valueOf(sheet) : undefined;
    if (value !== undefined) given.set(person, [...(given.get(person) ?? []), value]);
  }
  return new Map(
    [...given].map(([person, values]) => [person, values.reduce((sum, value) => sum + value, 0) / values.length]),
  );
}
