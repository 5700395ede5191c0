import type { ReadOwnSheet } from '../domain/own-sheet';
import type { Ports } from '../domain/ports';
import { asksInWords, commentId } from '../domain/survey-pages';
import { findStatuses } from '../survey/find-status';
import { writtenIn } from '../survey/survey-view';
import type { MyComment } from './comments-contract';

const mostRounds = 50;

/** What a participant wrote in surveys in their own words and sent, the latest round first; also once a survey is closed, while it can be taken away. */
export async function listOwnComments(
  ports: Ports<'programmes'>,
  programmeId: string,
  participantId: string,
  ownSheet: ReadOwnSheet,
): Promise<readonly MyComment[]> {
  const { rows } = await ports.programmes.range(programmeId, 'survey-round', { limit: mostRounds });
  const rounds = rows
    .map(({ value }) => value)
    .filter(asksInWords)
    .toSorted((a, b) => (a.closesAt > b.closesAt ? -1 : 1));
  const comments = await Promise.all(
    rounds.map(async (round) => {
      const { id: surveyRound, instrument } = round;
      const statuses = await findStatuses(ports, programmeId, surveyRound, participantId);
      return Promise.all(
        statuses.map(async ({ pairId }): Promise<readonly MyComment[]> => {
          const own = await ownSheet(surveyRound, pairId);
          if (own?.state !== 'answered') return [];
          const of = { programmeId, surveyRound, ...(pairId === undefined ? {} : { pairId }) };
          const verb = 'survey/delete-comment';
          return writtenIn(round, own.given).map(({ id, own: asked, text }) => ({
            surveyRound,
            instrument,
            ...(asked === undefined ? {} : { question: asked.words }),
            text,
            action: { verb, ...of, ...(id === commentId ? {} : { question: id }) },
          }));
        }),
      );
    }),
  );
  return comments.flat(2);
}
