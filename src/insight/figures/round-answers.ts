import type { Side } from '../../domain/proposal';
import type { AnswerSheet, Instrument } from '../../domain/survey';

/** A person's sheet of one round. `person` is one key in all rounds, and tells nobody who it is. */
export interface PersonSheet {
  readonly person: string;
  readonly sheet: AnswerSheet;
}

/** All sheets of a round that has closed. */
export interface RoundAnswers {
  readonly round: string;
  readonly instrument: Instrument;
  readonly sheets: readonly PersonSheet[];
}

/** What somebody's figures are made with, beside their answers. */
export interface AnswerContext {
  /** With whom a person changes together: mentors of one mentee. Who is not in it changes alone. */
  readonly clusterOf: ReadonlyMap<string, string>;
  /** The value of the declared attribute; who is not in it declared none. */
  readonly attributeOf: ReadonlyMap<string, string>;
}

/** The answers of one side, a value a person, for those who have one. */
export function valuesOf(
  round: RoundAnswers | undefined,
  side: Side,
  valueOf: (sheet: AnswerSheet) => number | undefined,
): ReadonlyMap<string, number> {
  const values = new Map<string, number>();
  for (const { person, sheet } of round?.sheets ?? []) {
    const value = sheet.side === side ? valueOf(sheet) : undefined;
    if (value !== undefined) values.set(person, value);
  }
  return values;
}
