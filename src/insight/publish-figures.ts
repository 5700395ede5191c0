import type { DueWork } from '../domain/due-work';
import { asksForComment } from '../domain/instruments';
import type { FigureMaker, RoundAnswers } from '../domain/figures';
import type { Ports, Saving, UseCaseContext } from '../domain/ports';
import type { Instrument, SurveyRound } from '../domain/survey';
import type { SurveyAnswers, SurveyKeys } from '../domain/survey-ports';
import { CodedError } from '../kernel/coded-error';
import { UnitOfWork } from '../domain/unit-of-work';
import type { Stored } from '../kernel/row-store';
import { keepComments } from '../survey/keep-comments';
import { loadNames } from '../survey/load-names';
import { readSealedSheets } from '../survey/read-sealed-sheets';
import { loadAnswerContext } from './load-answer-context';

type FigurePorts = Ports<Saving | 'secrets'> & SurveyAnswers & SurveyKeys & FigureMaker;

/** The rounds with whose answers those of an instrument are compared; they are frozen first. */
const comparedWith: Partial<Record<Instrument, readonly string[]>> = {
  closing: ['baseline'],
  waiting: ['baseline', 'closing'],
  'follow-up': ['baseline', 'closing'],
};

/**
 * Makes the figures of a round that is sealed for good, keeps its comments for HR, and tells both: once, and never again otherwise. Done twice it makes the same. False where
 * another change came first. Throws as the sheets of surveys do, `figures-failed`, `comments-not-kept`, and `figures-out-of-order` until those of an earlier round are told.
 */
export async function publishFigures(
  ports: FigurePorts,
  programmeId: string,
  due: Stored<DueWork>,
  context: UseCaseContext,
): Promise<boolean> {
  const unit = new UnitOfWork(ports, programmeId, context, 'system').remove('due', due);
  const [round, there] = await Promise.all([
    ports.programmes.get(programmeId, 'survey-round', due.value.ref),
    ports.programmes.get(programmeId, 'figures', due.value.ref),
  ]);
  // Without the key there is nothing to make figures of, and an empty row would stand for good.
  const answers = await loadAnswerContext(ports, programmeId);
  if (round === undefined || there !== undefined || answers === undefined) return unit.commit();
  const before = await earlierFigures(ports, programmeId, round.value);
  const figures = await ports.makeFigures({
    round: await answersOf(ports, programmeId, round.value),
    earlier: before.map(({ answers }) => answers),
    toldBefore: new Set(before.flatMap(({ toldSums }) => toldSums)),
    context: answers,
  });
  if (round.value.instrument === 'closing')
    unit.schedule({ kind: 'sponsor-results', at: context.now, ref: round.key, occurrence: '' });
  // Whoever reads them waits for the figures, so that both come at once.
  if (asksForComment(round.value.instrument))
    await keepComments(ports, programmeId, round.value, await loadNames(ports, programmeId));
  return unit
    .insert('figures', round.key, { ...figures, frozenAt: context.now })
    .recordChange('figures-published')
    .commit();
}

/** What was told of the rounds that this one is compared with. Others share no answer with it. One that is planned and not told yet comes first. */
async function earlierFigures(ports: FigurePorts, programmeId: string, round: SurveyRound) {
  const ids = comparedWith[round.instrument] ?? [];
  const earlier = await Promise.all(
    ids.map(async (id) => {
      const [figures, before] = await Promise.all([
        ports.programmes.get(programmeId, 'figures', id),
        ports.programmes.get(programmeId, 'survey-round', id),
      ]);
      if (before === undefined) return [];
      if (figures === undefined)
        throw new CodedError('figures-out-of-order', 'The round before has no figures yet', { round: id });
      return [{ answers: await answersOf(ports, programmeId, before.value), toldSums: figures.value.toldSums }];
    }),
  );
  return earlier.flat();
}

async function answersOf(ports: FigurePorts, programmeId: string, round: SurveyRound): Promise<RoundAnswers> {
  const sealed = await readSealedSheets(ports, programmeId, round);
  return {
    round: round.id,
    instrument: round.instrument,
    sheets: sealed.map(({ personKey, sheet }) => ({ person: personKey, sheet })),
  };
}
