import type { Ports } from '../domain/ports';
import type { SealedSheet, SurveyRound } from '../domain/survey';
import { commentId } from '../domain/survey-pages';
import type { SurveyAnswers } from '../domain/survey-ports';
import { readWhole, withPrefix } from '../kernel/read-all';
import type { Stored } from '../kernel/row-store';
import { commentsPartition } from './pseudonym';
import { openFilled, sealFilled, utf8Bytes, withCommentBytes } from './seal-filled';

/** A comment as HR reads it, and whose it is, under the key alone. */
export interface KeptComment {
  /** The same for one person, whatever they answered about. */
  readonly person: string;
  /** Names the sheet that it stands in. */
  readonly owner: string;
  /** The question of HR's own that it answers; absent where it is the product's. */
  readonly question?: string;
  /** Names of people are masked. */
  readonly text: string;
}

/** What is needed to open and seal the comments of a round. */
export interface CommentsCase {
  readonly ports: Ports<'secrets'> & SurveyAnswers;
  readonly programmeId: string;
  readonly round: Pick<SurveyRound, 'id'>;
  readonly key: string;
}

/** Some of a round's comments, in one row. */
export interface CommentPart {
  readonly row: Stored<SealedSheet>;
  readonly comments: readonly KeptComment[];
}

/** The comments by the question they answer, the product's under `comment`, each in their order. */
export function byQuestion(comments: readonly KeptComment[]): ReadonlyMap<string, readonly KeptComment[]> {
  const blocks = new Map<string, KeptComment[]>();
  for (const comment of comments) {
    const { question = commentId } = comment;
    blocks.set(question, [...(blocks.get(question) ?? []), comment]);
  }
  return blocks;
}

/** The parts of a round in their order; none where its comments are not kept yet. Throws `sheet-closed`, `rows-unreadable`. */
export async function readCommentParts(it: CommentsCase): Promise<readonly CommentPart[]> {
  const { ports, programmeId, round, key } = it;
  const partition = commentsPartition(programmeId);
  const parts: CommentPart[] = [];
  for await (const row of readWhole(ports.answers, partition, 'comments', withPrefix(`${round.id}|`))) {
    const text = openFilled(ports, key, placeOf(partition, row.key), row.value);
    parts.push({ row, comments: JSON.parse(text) as readonly KeptComment[] });
  }
  return parts;
}

/** A row of comments for a place: of one length, whatever it holds. */
export function sealComments(
  { ports, programmeId, key }: CommentsCase,
  rowKey: string,
  comments: readonly KeptComment[],
): SealedSheet {
  const label = placeOf(commentsPartition(programmeId), rowKey);
  return sealFilled(ports, key, label, JSON.stringify(comments), withCommentBytes);
}

/** Row key of a part of a round, from 0. */
export function partKey(roundId: string, part: number): string {
  return `${roundId}|${String(part).padStart(3, '0')}`;
}

/** As many comments to a part as fit, in their order; one part at least. */
export function divideComments(comments: readonly KeptComment[]): readonly (readonly KeptComment[])[] {
  const parts: KeptComment[][] = [[]];
  let bytes = brackets;
  for (const comment of comments) {
    const own = utf8Bytes(JSON.stringify(comment)) + 1;
    if (bytes + own > withCommentBytes) {
      parts.push([]);
      bytes = brackets;
    }
    parts.at(-1)?.push(comment);
    bytes += own;
  }
  return parts;
}

const brackets = 2;

function placeOf(partition: string, rowKey: string): string {
  return `comments|${partition}|${rowKey}`;
}
