import type { Ports } from '../domain/ports';
import { programmeCounts } from '../domain/programme-counts';
import { plusDays, type Instant } from '../kernel/clock';
import { ok, refused, type Result } from '../kernel/result';
import { thresholdsOf } from '../privacy/small-groups';
import { followObjectives } from './follow-objectives';
import { forecastFor, forecastSizes } from './tell-forecast';
import type { Results } from './results-contract';

/** Six pulses and four other rounds, and room. */
const mostRounds = 50;
/** Days after its close in which a round is sealed and its figures are made. */
const sealingDays = 3;

/** Everything that is told of a programme's answers, and what can be expected; read from frozen figures, never from answers. */
export async function readResults(
  ports: Ports<'programmes'>,
  programmeId: string,
  now: Instant,
): Promise<Result<Results, 'not-found'>> {
  const [programme, head, rounds, figures] = await Promise.all([
    ports.programmes.get(programmeId, 'programme', 'programme'),
    ports.programmes.get(programmeId, 'board', 'head'),
    ports.programmes.range(programmeId, 'survey-round', { limit: mostRounds }),
    ports.programmes.range(programmeId, 'figures', { limit: mostRounds }),
  ]);
  if (programme === undefined) return refused('not-found');
  const frozen = new Set(figures.rows.map(({ key }) => key));
  const { pairs, participants } = programmeCounts(head?.value);
  const thresholds = thresholdsOf(programme.value.plan);
  const formed = pairs.active + pairs.finished;
  const inOrder = figures.rows
    .map(({ value }) => value)
    .toSorted((a, b) => (a.frozenAt < b.frozenAt ? -1 : a.frozenAt > b.frozenAt ? 1 : 0));
  return ok({
    objectives: followObjectives(programme.value.plan.objectives, inOrder).map((objective) => ({ ...objective })),
    rounds: inOrder.map(({ toldSums: _toldSums, ...told }) => ({
      ...told,
      levels: [...told.levels],
      changes: [...told.changes],
      choices: told.choices.map((choice) => ({ ...choice, counts: [...choice.counts] })),
      promoters: [...told.promoters],
    })),
    waiting: rounds.rows
      // A round in which nobody answered is never frozen.
      .filter(({ key, value }) => !frozen.has(key) && now < plusDays(value.closesAt, sealingDays))
      .map(({ value: { id, instrument, closesAt } }) => ({ round: id, instrument, closesAt }))
      .sort((a, b) => (a.closesAt < b.closesAt ? -1 : 1)),
    thresholds,
    expected: forecastFor(
      formed > 0 ? formed : Math.floor((participants.enrolled || participants.total) / 2),
      thresholds.scores,
    ),
    forecasts: [...forecastSizes(thresholds.scores)],
  });
}
