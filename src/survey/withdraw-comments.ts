import { fewestComments, isTellingComments } from '../privacy/small-groups';
import { commentId } from '../domain/survey-pages';
import { byQuestion, readCommentParts, sealComments, type CommentsCase, type KeptComment } from './seal-comments';
import { readEdition } from './load-sheets';
import { commentsPartition, ownerName } from './pseudonym';
import { commentsOf } from './read-sheet-comments';
import { splitEvenly } from './split-evenly';
import { readPointer } from './write-edition';

const mostAtOnce = 100;

/**
 * Takes from what HR reads of a round every comment that its author took out of their sheet, and all that answer a question where fewer are left than may be told. Every row is written again,
 * as long as before, so that none tells which of them held it. Nothing happens where all are still there. False where another change came first.
 */
export async function withdrawComments(it: CommentsCase): Promise<boolean> {
  const parts = await readCommentParts(it);
  if (parts.length === 0) return true;
  const pointer = await readPointer(it);
  const sheets = await readEdition(it, pointer?.value.current);
  const still = new Map(sheets.map(({ owner, sheet }) => [ownerName(owner), commentsOf(sheet)]));
  const isThere = ({ owner, question = commentId }: KeptComment): boolean => still.get(owner)?.[question] !== undefined;
  const all = parts.flatMap(({ comments }) => comments);
  if (all.every(isThere)) return true;
  const left = byQuestion(all.filter(isThere));
  const isTold = ({ question = commentId }: KeptComment): boolean =>
    isTellingComments(left.get(question) ?? [], fewestComments);
  const writes = parts.map(({ row: { key, etag }, comments }) => {
    const value = sealComments(
      it,
      key,
      comments.filter((comment) => isThere(comment) && isTold(comment)),
    );
    return { op: 'replace', kind: 'comments', key, value, etag } as const;
  });
  for (const some of splitEvenly(writes, mostAtOnce))
    if (!(await it.ports.answers.commit(commentsPartition(it.programmeId), some)).ok) return false;
  return true;
}
