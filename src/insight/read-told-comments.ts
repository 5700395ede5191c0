import type { Ports } from '../domain/ports';
import type { SurveyAnswers, SurveyKeys } from '../domain/survey-ports';
import { asksForComment } from '../domain/instruments';
import { thresholdsOf } from '../privacy/small-groups';
import { readComments } from '../survey/read-comments';
import type { RoundComments } from './comments-contract';

/** Six pulses and four other rounds, and room. */
const mostRounds = 50;

/**
 * What HR reads of comments: of each round whose figures are told, the latest first; a round of which nothing is told is not there, without a cause. None once the programme's key is
 * destroyed. Throws as `readComments` does.
 */
export async function readToldComments(
  ports: Ports<'programmes' | 'secrets'> & SurveyAnswers & SurveyKeys,
  programmeId: string,
): Promise<readonly RoundComments[]> {
  const [programme, { rows }] = await Promise.all([
    ports.programmes.get(programmeId, 'programme', 'programme'),
    ports.programmes.range(programmeId, 'figures', { limit: mostRounds }),
  ]);
  const { comments: fewest } = thresholdsOf(programme?.value.plan ?? {});
  const rounds = rows
    .map(({ value }) => value)
    .filter(({ instrument }) => asksForComment(instrument))
    .toSorted((a, b) => (a.frozenAt > b.frozenAt ? -1 : 1));
  const told = await Promise.all(
    rounds.map(async ({ round, instrument }) => ({
      round,
      instrument,
      texts: [...(await readComments(ports, programmeId, round, fewest))],
    })),
  );
  return told.filter(({ texts }) => texts.length > 0);
}
