import type { Ports } from '../domain/ports';
import type { SurveyAnswers, SurveyKeys } from '../domain/survey-ports';
import { isTellingComments } from '../privacy/small-groups';
import { readCommentParts } from './seal-comments';
import { knownSurveyKey } from './read-survey-key';

/**
 * The comments of a round as HR reads them, in the order in which they are kept; none where there are fewer than the programme tells, `fewest`, and once the programme's key is destroyed.
 * Throws `sheet-closed`, `rows-unreadable`, `survey-key-closed`.
 */
export async function readComments(
  ports: Ports<'secrets'> & SurveyAnswers & SurveyKeys,
  programmeId: string,
  roundId: string,
  fewest: number,
): Promise<readonly string[]> {
  const key = await knownSurveyKey(ports, programmeId);
  if (key === undefined) return [];
  const parts = await readCommentParts({ ports, programmeId, round: { id: roundId }, key });
  const comments = parts.flatMap((part) => part.comments);
  return isTellingComments(comments, fewest) ? comments.map(({ text }) => text) : [];
}
