import type { ChoiceFigure } from '../domain/figures';
import type { Ports } from '../domain/ports';
import type { Programme } from '../domain/programme';
import { programmeCounts } from '../domain/programme-counts';
import { plusDays, type Instant } from '../kernel/clock';
import { ok, refused, type Result } from '../kernel/result';
import { thresholdsOf } from '../privacy/small-groups';
import { followObjectives } from './follow-objectives';
import { forecastFor, forecastSizes } from './tell-forecast';
import type { Results } from './results-contract';
import { measureShare } from './statistics/measure-share';

/** Six pulses and five other rounds, and room. */
const mostRounds = 50;
/** Days after its close in which a round is sealed and its figures are made. */
const sealingDays = 3;

/** Everything that is told of a programme's answers, and what can be expected; read from frozen figures, never from answers. */
export async function readResults(
  ports: Ports<'programmes'>,
  programmeId: string,
  now: Instant,
): Promise<Result<Results, 'not-found'>> {
  const programme = await ports.programmes.get(programmeId, 'programme', 'programme');
  return programme === undefined ? refused('not-found') : ok(await resultsOf(ports, programme.value, now));
}

/** The same of a programme that has been read. */
export async function resultsOf(ports: Ports<'programmes'>, { id, plan }: Programme, now: Instant): Promise<Results> {
  const [head, rounds, figures] = await Promise.all([
    ports.programmes.get(id, 'board', 'head'),
    ports.programmes.range(id, 'survey-round', { limit: mostRounds }),
    ports.programmes.range(id, 'figures', { limit: mostRounds }),
  ]);
  const frozen = new Set(figures.rows.map(({ key }) => key));
  const { pairs, participants } = programmeCounts(head?.value);
  const thresholds = thresholdsOf(plan);
  const formed = pairs.active + pairs.finished;
  const inOrder = figures.rows
    .map(({ value }) => value)
    .toSorted((a, b) => (a.frozenAt < b.frozenAt ? -1 : a.frozenAt > b.frozenAt ? 1 : 0));
  return {
    objectives: followObjectives(plan.objectives, inOrder).map((objective) => ({ ...objective })),
    rounds: inOrder.map(({ toldSums: _toldSums, comparisons, ...told }) => ({
      ...told,
      ...(comparisons === undefined ? {} : { comparisons: [...comparisons] }),
      levels: [...told.levels],
      changes: [...told.changes],
      choices: told.choices.map((choice) => ({
        ...choice,
        counts: choice.counts.map((one) => withInterval(one, choice.n)),
      })),
      promoters: [...told.promoters],
    })),
    waiting: rounds.rows
      // A round is not frozen where the programme has no key of answers, as nobody answered in any round.
      .filter(({ key, value }) => !frozen.has(key) && now < plusDays(value.closesAt, sealingDays))
      .map(({ value: { id, instrument, closesAt } }) => ({ round: id, instrument, closesAt }))
      .sort((a, b) => (a.closesAt < b.closesAt ? -1 : 1)),
    thresholds,
    expected: forecastFor(
      formed > 0 ? formed : Math.floor((participants.enrolled || participants.total) / 2),
      thresholds.scores,
    ),
    forecasts: [...forecastSizes(thresholds.scores)],
  };
}

/** So many of those who chose, with the interval of their share. */
function withInterval({ choice, k }: ChoiceFigure['counts'][number], n: number) {
  const share = measureShare(k, n, 0);
  return { choice, k, low: share.hidden ? 0 : share.low, high: share.hidden ? 1 : share.high };
}
