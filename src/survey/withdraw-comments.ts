import { fewestComments, isTellingComments } from '../privacy/small-groups';
import { readCommentParts, sealComments, type CommentsCase } from './seal-comments';
import { readEdition } from './load-sheets';
import { commentsPartition, ownerName } from './pseudonym';
import { splitEvenly } from './split-evenly';
import { readPointer } from './write-edition';

const mostAtOnce = 100;

/**
 * Takes from what HR reads of a round every comment that its author took out of their sheet, and all of them where fewer are left than may be told. Every row is written again,
 * as long as before, so that none tells which of them held it. Nothing happens where all are still there. False where another change came first.
 */
export async function withdrawComments(it: CommentsCase): Promise<boolean> {
  const parts = await readCommentParts(it);
  if (parts.length === 0) return true;
  const pointer = await readPointer(it);
  const sheets = await readEdition(it, pointer?.value.current);
  const still = new Set(sheets.flatMap(({ owner, sheet }) => (sheet?.comment === undefined ? [] : [ownerName(owner)])));
  const kept = parts.map(({ row, comments }) => ({ row, comments: comments.filter(({ owner }) => still.has(owner)) }));
  const isWhole = parts.every(({ comments }, index) => comments.length === kept[index]?.comments.length);
  if (isWhole) return true;
  const telling = isTellingComments(
    kept.flatMap(({ comments }) => comments),
    fewestComments,
  );
  const writes = kept.map(({ row: { key, etag }, comments }) => {
    const value = sealComments(it, key, telling ? comments : []);
    return { op: 'replace', kind: 'comments', key, value, etag } as const;
  });
  for (const some of splitEvenly(writes, mostAtOnce))
    if (!(await it.ports.answers.commit(commentsPartition(it.programmeId), some)).ok) return false;
  return true;
}
