import { asksForComment } from '../domain/instruments';
import type { ReadOwnSheet } from '../domain/own-sheet';
import type { Ports } from '../domain/ports';
import { findStatuses } from '../survey/find-status';
import { commentIn } from '../survey/survey-view';
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
    .filter(({ instrument }) => asksForComment(instrument))
    .toSorted((a, b) => (a.closesAt > b.closesAt ? -1 : 1));
  const comments = await Promise.all(
    rounds.map(async ({ id: surveyRound, instrument }) => {
      const statuses = await findStatuses(ports, programmeId, surveyRound, participantId);
      return Promise.all(
        statuses.map(async ({ pairId }): Promise<readonly MyComment[]> => {
          const own = await ownSheet(surveyRound, pairId);
          const text = own?.state === 'answered' ? commentIn(instrument, own.given) : undefined;
          if (text === undefined) return [];
          const of = { programmeId, surveyRound, ...(pairId === undefined ? {} : { pairId }) };
          return [{ surveyRound, instrument, text, action: { verb: 'survey/delete-comment', ...of } }];
        }),
      );
    }),
  );
  return comments.flat(2);
}
