import type { Ports } from '../domain/ports';
import type { SurveyAnswers, SurveyKeys } from '../domain/survey-ports';
import { isTellingComments } from '../privacy/small-groups';
import { byQuestion, readCommentParts } from './seal-comments';
import { knownSurveyKey } from './read-survey-key';

/**
 * The comments of a round as HR reads them, by question (the product's under `comment`), in the order in which they are kept; a question that fewer answered than the programme tells, `fewest`, is not among them, and none is once the programme's key is destroyed.
 * Throws `sheet-closed`, `rows-unreadable`, `survey-key-closed`.
 */
export async function readComments(
  ports: Ports<'secrets'> & SurveyAnswers & SurveyKeys,
  programmeId: string,
  roundId: string,
  fewest: number,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const key = await knownSurveyKey(ports, programmeId);
  if (key === undefined) return new Map();
  const parts = await readCommentParts({ ports, programmeId, round: { id: roundId }, key });
  const told = [...byQuestion(parts.flatMap(({ comments }) => comments))].filter(([, comments]) =>
    isTellingComments(comments, fewest),
  );
  return new Map(told.map(([question, comments]) => [question, comments.map(({ text }) => text)]));
}
