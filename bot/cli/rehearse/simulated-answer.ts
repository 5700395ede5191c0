import { instrumentQuestions } from '../../../src/domain/instruments';
import type { Instrument } from '../../../src/domain/survey';
import { spread, startsAt, stepOf } from '../../../src/insight/simulator/simulate-round';
import { trueChange } from '../../../src/insight/simulator/simulated-round';
import type { Chance } from './chance';

/** What is asked before and after, of agreement: statements whose change is known. */
const compared = new Map(
  instrumentQuestions('baseline').flatMap((question) =>
    question.type === 'agreement' ? [[question.id as string, question]] : [],
  ),
);
/** The rounds after the hours; those who waited for a partner had none, and change by nothing. */
const afterwards: ReadonlySet<Instrument> = new Set(['closing', 'follow-up']);

/**
 * What this person ticks, 1 to 5, where a statement is put before and after: as in the simulator of rounds, everybody has a state of their own and changes by
 * `trueChange` more or less, so that the figures of a rehearsal can be held against what is true. Undefined for other questions.
 */
export function simulatedAnswer(personId: string, round: string, question: string, chance: Chance): number | undefined {
  const asked = compared.get(question);
  if (asked === undefined) return undefined;
  const around = (width: number, ...about: readonly string[]): number =>
    width * ((2 * [1, 2, 3].reduce((sum, turn) => sum + chance.draw('state', turn, personId, ...about), 0)) / 3 - 1);
  const change = afterwards.has(round as Instrument) ? trueChange + around(spread.change, 'change') : 0;
  const state = startsAt + around(spread.person) + change + around(spread.item, question, round);
  const step = stepOf(state, chance.draw('step', personId, question, round));
  return asked.reversed === true ? 6 - step : step;
}
