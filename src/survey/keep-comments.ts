import type { Ports } from '../domain/ports';
import type { AnswerSheet, SurveyRound } from '../domain/survey';
import { asksInWords, commentId, wordQuestions } from '../domain/survey-pages';
import type { SurveyAnswers, SurveyKeys } from '../domain/survey-ports';
import { CodedError } from '../kernel/coded-error';
import type { KnownNames } from '../privacy/known-names';
import { maskPeople } from '../privacy/mask-people';
import { fewestComments, isTellingComments } from '../privacy/small-groups';
import { divideComments, partKey, readCommentParts, sealComments, type KeptComment } from './seal-comments';
import { ownerName, commentsPartition, type SheetOwner } from './pseudonym';
import { knownSurveyKey } from './read-survey-key';
import { readEdition } from './load-sheets';
import { commentsOf } from './read-sheet-comments';
import { splitEvenly } from './split-evenly';
import { withdrawComments } from './withdraw-comments';
import { readPointer } from './write-edition';

/** Rows of one transaction at most, by what Azure takes. */
const mostAtOnce = 100;

/**
 * Keeps the comments of a round that is sealed for good as HR will read them, question by question: names masked, in an order that follows from the key, the question and each person's
 * pseudonym, and tells nothing of when or where their answers came nor of what they wrote to another question. To a question that fewer answered than may be told there are none, and the rows look the same. What an earlier try left is
 * written over. Throws as sheets do, `comments-not-kept` where another change came first.
 */
export async function keepComments(
  ports: Ports<'secrets'> & SurveyAnswers & SurveyKeys,
  programmeId: string,
  round: SurveyRound,
  names: KnownNames,
): Promise<void> {
  const key = await knownSurveyKey(ports, programmeId);
  if (key === undefined || !asksInWords(round)) return;
  const it = { ports, programmeId, round, key };
  const pointer = await readPointer(it);
  const edition = await readEdition(it, pointer?.value.current);
  const answered = edition.flatMap(({ state, owner, sheet }) =>
    state === 'answered' && sheet ? [{ owner, sheet }] : [],
  );
  const told = wordQuestions(round).flatMap(({ id }) => {
    const comments = answered.flatMap((one) => keptOf(round, id, one, names));
    return isTellingComments(comments, fewestComments) ? inOwnOrder(it, id, comments) : [];
  });
  await writeParts(it, told);
  // A night may have taken a comment away after the edition was read, and found nothing kept.
  const now = await readPointer(it);
  if (now?.value.current !== pointer?.value.current && !(await withdrawComments(it)))
    throw new CodedError('comments-not-kept', 'A comment is to be taken away, and another change came first', {
      round: round.id,
    });
}

type Case = Parameters<typeof readCommentParts>[0];

/** What somebody wrote to a question, if they did. What was said to another version of HR's questions answers none of these. */
function keptOf(
  { own }: SurveyRound,
  question: string,
  { owner, sheet }: { readonly owner: SheetOwner; readonly sheet: AnswerSheet },
  names: KnownNames,
): readonly KeptComment[] {
  const text = commentsOf(sheet)[question];
  const isOwn = question !== commentId;
  if (text === undefined || (isOwn && sheet.version !== own?.version)) return [];
  const of = { person: owner.person, owner: ownerName(owner), ...(isOwn ? { question } : {}) };
  return [{ ...of, text: maskPeople(text, names) }];
}

/** With the question in it: who has two blocks finds in the places of one nothing of the other. */
function inOwnOrder(
  { ports, round, key }: Case,
  question: string,
  comments: readonly KeptComment[],
): readonly KeptComment[] {
  const rankOf = ({ owner }: KeptComment): string =>
    ports.secrets.hmac(key, JSON.stringify(['comment-order', round.id, question, owner]));
  const ranked = comments.map((comment) => ({ comment, rank: rankOf(comment) }));
  return ranked.toSorted((a, b) => (a.rank < b.rank ? -1 : 1)).map(({ comment }) => comment);
}

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
