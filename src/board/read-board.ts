import { readAll } from '../kernel/read-all';
import type { Instant } from '../kernel/clock';
import { ok, refused, type Result } from '../kernel/result';
import { isOwnTopic } from '../catalogues/topics';
import type { Ports } from '../domain/ports';
import { conflict, retryOnConflict } from '../domain/unit-of-work';
import type { BoardHead, BoardPart, BoardRow } from '../domain/board';
import type { Board, BoardPageDto, BoardRowDto } from './api-contract';
import { splitBoard, type PartSpan } from './split-board';
import { dayOf, healthCounts, healthOn, monthsOn } from './count-health';

/** How often the few parts that a busy board writes meanwhile are read again. */
const wholeTries = 25;

/** The tag of a board of this version as it is read at `now`: a pair's health follows from the day, so the day is in it. */
export function boardTag(version: number, now: Instant): string {
  return `${String(version)}.${dayOf(now)}`;
}

/** The tag of the board's first answer. One point read. */
export async function readBoardTag(
  ports: Ports<'programmes'>,
  programmeId: string,
  now: Instant,
): Promise<Result<string, 'not-found'>> {
  const head = await ports.programmes.get(programmeId, 'board', 'head');
  return head === undefined ? refused('not-found') : ok(boardTag(head.value.version, now));
}

/** What HR's page shows first: how many pairs are in which situation, the first rows, and where the others are. One point read and one range. */
export async function readBoard(
  ports: Ports<'programmes'>,
  programmeId: string,
  now: Instant,
): Promise<Result<Board, 'not-found'>> {
  return retryOnConflict(async () => {
    const head = await ports.programmes.get(programmeId, 'board', 'head');
    if (head === undefined) return refused('not-found');
    const { version, foldedAt, healthByDay } = head.value;
    const { first, rest } = splitBoard(head.value, dayOf(now));
    const rows = await readRows(ports, programmeId, { head: head.value, span: first, now });
    if (rows === conflict) return conflict;
    const pages = rest.map(({ id, tag }) => ({ id, tag }));
    return ok({ version, foldedAt, pairs: healthCounts(healthByDay, dayOf(now)), rows, pages });
  });
}

/** The tag of a page; `not-found` where the board has no such page, or no longer. One point read. */
export async function readPageTag(
  ports: Ports<'programmes'>,
  programmeId: string,
  pageId: string,
  now: Instant,
): Promise<Result<string, 'not-found'>> {
  const head = await ports.programmes.get(programmeId, 'board', 'head');
  const page = head === undefined ? undefined : findPage(head.value, pageId, now);
  return page === undefined ? refused('not-found') : ok(page.tag);
}

/** The rows of a page that the first answer names. One point read and one range. */
export async function readBoardPage(
  ports: Ports<'programmes'>,
  programmeId: string,
  pageId: string,
  now: Instant,
): Promise<Result<BoardPageDto, 'not-found'>> {
  return retryOnConflict(async () => {
    const head = await ports.programmes.get(programmeId, 'board', 'head');
    const page = head === undefined ? undefined : findPage(head.value, pageId, now);
    if (head === undefined || page === undefined) return refused('not-found');
    const rows = await readRows(ports, programmeId, { head: head.value, span: page, now });
    return rows === conflict ? conflict : ok({ tag: page.tag, rows });
  });
}

/**
 * Every row of one version of the board, for a file. The head, and one range of at most 60 KiB a row; parts that are written meanwhile are
 * read again by themselves. Throws `too-busy` where that does not end.
 */
export async function readWholeBoard(
  ports: Ports<'programmes'>,
  programmeId: string,
  now: Instant,
): Promise<Result<readonly BoardRowDto[], 'not-found'>> {
  const parts = new Map<string, BoardPart>();
  for await (const part of readAll(ports.programmes, programmeId, 'board-part')) parts.set(part.key, part.value);
  return retryOnConflict(async () => {
    const head = await ports.programmes.get(programmeId, 'board', 'head');
    if (head === undefined) return refused('not-found');
    const behind = Object.entries(head.value.parts).filter(([key, version]) => parts.get(key)?.version !== version);
    for (const [key] of behind) {
      const part = await ports.programmes.get(programmeId, 'board-part', key);
      if (part !== undefined) parts.set(key, part.value);
    }
    if (behind.some(([key, version]) => parts.get(key)?.version !== version)) return conflict;
    const rows = Object.keys(head.value.parts).flatMap((key) => parts.get(key)?.rows ?? []);
    return ok(rows.map((row) => boardRow(row, dayOf(now))));
  }, wholeTries);
}

function findPage(
  head: BoardHead,
  pageId: string,
  now: Instant,
): ReturnType<typeof splitBoard>['rest'][number] | undefined {
  return splitBoard(head, dayOf(now)).rest.find(({ id }) => id === pageId);
}

interface RowsToRead {
  readonly head: BoardHead;
  readonly span: PartSpan;
  readonly now: Instant;
}

/** The rows of some parts as they are in the head's version: a part that was written since then is a conflict, never shown beside the others. */
async function readRows(
  ports: Ports<'programmes'>,
  programmeId: string,
  { head, span, now }: RowsToRead,
): Promise<BoardRowDto[] | typeof conflict> {
  const rows: BoardRowDto[] = [];
  const range = { from: span.from, to: `${span.to}\uffff` };
  for await (const part of readAll(ports.programmes, programmeId, 'board-part', range)) {
    if (part.value.version !== head.parts[part.key]) return conflict;
    for (const row of part.value.rows) rows.push(boardRow(row, dayOf(now)));
  }
  return rows;
}

function boardRow(row: BoardRow, day: string): BoardRowDto {
  return {
    pairId: row.pairId,
    mentor: { id: row.mentor.id, name: row.mentor.name },
    mentee: { id: row.mentee.id, name: row.mentee.name },
    topics: row.topics.filter((topic) => !isOwnTopic(topic)),
    startedAt: row.startedAt,
    months: monthsOn(row, day),
    ...(row.nextSession === undefined ? {} : { nextSession: row.nextSession }),
    state: row.state,
    health: healthOn(row, day),
  };
}
