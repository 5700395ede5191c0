import type { Ports } from '../domain/ports';
import type { SurveyAnswers, SurveyKeys } from '../domain/survey-ports';
import { wordQuestions } from '../domain/survey-pages';
import { thresholdsOf } from '../privacy/small-groups';
import { readComments } from '../survey/read-comments';
import type { CommentBlock } from './comments-contract';

/** Six pulses and four other rounds, and room. */
const mostRounds = 50;

/**
 * What HR reads of comments: of each round whose figures are told, the latest first, and of each question in it; one of which nothing is told is not there, without a cause. None once the programme's key is
 * destroyed. Throws as `readComments` does.
 */
export async function readToldComments(
  ports: Ports<'programmes' | 'secrets'> & SurveyAnswers & SurveyKeys,
  programmeId: string,
): Promise<readonly CommentBlock[]> {
  const [programme, asked, figures] = await Promise.all([
    ports.programmes.get(programmeId, 'programme', 'programme'),
    ports.programmes.range(programmeId, 'survey-round', { limit: mostRounds }),
    ports.programmes.range(programmeId, 'figures', { limit: mostRounds }),
  ]);
  const { comments: fewest } = thresholdsOf(programme?.value.plan ?? {});
  const ownOf = new Map(asked.rows.map(({ key, value }) => [key, value.own]));
  const rounds = figures.rows
    .map(({ value: { round, instrument, frozenAt } }) => ({ round, instrument, frozenAt, own: ownOf.get(round) }))
    .toSorted((a, b) => (a.frozenAt > b.frozenAt ? -1 : 1));
  const told = await Promise.all(
    rounds.map(async ({ round, instrument, own: asks }) => {
      const questions = wordQuestions({ instrument, own: asks });
      const texts = questions.length === 0 ? undefined : await readComments(ports, programmeId, round, fewest);
      return questions.map(({ id, own }) => ({
        round,
        instrument,
        ...(own === undefined ? {} : { question: { id, words: own.words } }),
        texts: [...(texts?.get(id) ?? [])],
      }));
    }),
  );
  return told.flat().filter(({ texts }) => texts.length > 0);
}
