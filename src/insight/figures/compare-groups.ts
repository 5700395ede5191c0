import type { ChangeFigure, ComparisonFigure, FiguresInput, RoundAnswers } from '../../domain/figures';
import type { Side } from '../../domain/proposal';
import { compareWithWaiting } from '../statistics/compare-with-waiting';
import { wantedFigures, type WantedChange } from './list-wanted-figures';
import { levelMeasures } from './measures';
import { nameOfSum } from './build-sum-name';
import { answeredMeasure, type AnsweredMeasure, type Group } from './read-measure';

/** The answers of one group: of the baseline, which is put to both, each has its own people. */
export function onlyGroup(input: FiguresInput, group: Group): FiguresInput {
  const { waiting } = input.context;
  const own = (round: RoundAnswers): RoundAnswers =>
    round.instrument === 'baseline'
      ? { ...round, sheets: round.sheets.filter(({ person }) => waiting.has(person) === (group === 'waiting')) }
      : round;
  const isOwn = ({ instrument }: RoundAnswers): boolean =>
    instrument === 'baseline' || (instrument === 'waiting') === (group === 'waiting');
  const { ownBefore } = input;
  return {
    ...input,
    round: own(input.round),
    earlier: input.earlier.filter(isOwn).map(own),
    ...(ownBefore === undefined ? {} : { ownBefore: { ...ownBefore, rounds: ownBefore.rounds.map(own) } }),
  };
}

/**
 * Beside the changes of those who waited, the difference from the participants' where theirs is told too: it follows from what both tell, so that nothing
 * more is known of anybody. None where so many are missing that a change stands between extreme cases: a difference of two such says nothing.
 */
export function compareGroups(
  input: FiguresInput,
  changes: readonly ChangeFigure[],
  hash: (text: string) => string,
): readonly ComparisonFigure[] {
  const closing = input.earlier.find(({ instrument }) => instrument === 'closing');
  if (closing === undefined) return [];
  const [ofParticipants, ofWaiting] = [onlyGroup(input, 'participants'), onlyGroup(input, 'waiting')];
  return changes.flatMap(({ measure: id, side }) => {
    const read = ({ round, earlier }: FiguresInput, group: Group, last: RoundAnswers): WantedChange | undefined => {
      const measure = levelMeasures.find((one) => one.id === id);
      if (measure === undefined) return undefined;
      return changeIn(answeredMeasure(measure, side, [...earlier, round], group), last, input);
    };
    const [took, waited] = [
      read({ ...ofParticipants, round: closing }, 'participants', closing),
      read(ofWaiting, 'waiting', ofWaiting.round),
    ];
    if (took === undefined || waited === undefined) return [];
    if (!input.toldBefore.has(nameOfSum(took.twice.change, hash))) return [];
    if ([took, waited].some(({ interval }) => interval.method === 'extreme-cases')) return [];
    const missing = took.twice.halves.length + waited.twice.halves.length;
    return told(id, side, compareWithWaiting(took.twice.pairs, waited.twice.pairs, missing));
  });
}

function changeIn(answered: AnsweredMeasure, round: RoundAnswers, { context }: FiguresInput): WantedChange | undefined {
  return wantedFigures(answered, round, context, ['baseline']).changes[0];
}

function told(
  measure: ComparisonFigure['measure'],
  side: Side,
  figure: ReturnType<typeof compareWithWaiting>,
): readonly ComparisonFigure[] {
  if (figure.hidden) return [];
  const { n, waiting, missing, difference, low, high } = figure;
  return [{ measure, side, n, waiting, missing, difference, low, high }];
}
