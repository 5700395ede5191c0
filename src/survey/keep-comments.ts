import { asksForComment } from '../domain/instruments';
import type { Ports } from '../domain/ports';
import type { SurveyRound } from '../domain/survey';
import type { SurveyAnswers, SurveyKeys } from '../domain/survey-ports';
import { CodedError } from '../kernel/coded-error';
import type { KnownNames } from '../privacy/known-names';
import { maskPeople } from '../privacy/mask-people';
import { fewestComments, isTellingComments } from '../privacy/small-groups';
import { divideComments, partKey, readCommentParts, sealComments, type KeptComment } from './seal-comments';
import { ownerName, commentsPartition } from './pseudonym';
import { knownSurveyKey } from './read-survey-key';
import { readEdition } from './load-sheets';
import { splitEvenly } from './split-evenly';
import { withdrawComments } from './withdraw-comments';
import { readPointer } from './write-edition';

/** Rows of one transaction at most, by what Azure takes. */
const mostAtOnce = 100;

/**
 * Keeps the comments of a round that is sealed for good as HR will read them: names masked, in an order that follows from the key and each person's pseudonym and
 * tells nothing of when or where their answers came. Fewer than may be told are none, and the rows look the same. What an earlier try left is
 * written over; whoever reads waits for the figures. Throws as sheets do, `comments-not-kept` where another change came first.
 */
export async function keepComments(
  ports: Ports<'secrets'> & SurveyAnswers & SurveyKeys,
  programmeId: string,
  round: SurveyRound,
  names: KnownNames,
): Promise<void> {
  const key = await knownSurveyKey(ports, programmeId);
  if (key === undefined || !asksForComment(round.instrument)) return;
  const it = { ports, programmeId, round, key };
  const pointer = await readPointer(it);
  const comments = (await readEdition(it, pointer?.value.current)).flatMap(({ state, owner, sheet }): KeptComment[] =>
    state !== 'answered' || sheet?.comment === undefined
      ? []
      : [{ person: owner.person, owner: ownerName(owner), text: maskPeople(sheet.comment, names) }],
  );
  const rankOf = ({ owner }: KeptComment): string =>
    ports.secrets.hmac(key, JSON.stringify(['comment-order', round.id, owner]));
  const ranked = comments.map((comment) => ({ comment, rank: rankOf(comment) }));
  const inOrder = ranked.toSorted((a, b) => (a.rank < b.rank ? -1 : 1)).map(({ comment }) => comment);
  await writeParts(it, isTellingComments(inOrder, fewestComments) ? inOrder : []);
  // A night may have taken a comment away after the edition was read, and found nothing kept.
  const now = await readPointer(it);
  if (now?.value.current !== pointer?.value.current && !(await withdrawComments(it)))
    throw new CodedError('comments-not-kept', 'A comment is to be taken away, and another change came first', {
      round: round.id,
    });
}

type Case = Parameters<typeof readCommentParts>[0];

async function writeParts(it: Case, comments: readonly KeptComment[]): Promise<void> {
  const { ports, programmeId, round } = it;
  const partition = commentsPartition(programmeId);
  const left = (await readCommentParts(it)).map(
    ({ row: { key, etag } }) => ({ op: 'delete', kind: 'comments', key, etag }) as const,
  );
  const rows = divideComments(comments).map((part, index) => {
    const key = partKey(round.id, index);
    return { op: 'insert', kind: 'comments', key, value: sealComments(it, key, part) } as const;
  });
  for (const some of [...splitEvenly(left, mostAtOnce), ...splitEvenly(rows, mostAtOnce)])
    if (!(await ports.answers.commit(partition, some)).ok)
      throw new CodedError('comments-not-kept', 'Another change to the comments came first', { round: round.id });
}
