import { readAll } from '../kernel/read-all';
import type { Instant } from '../kernel/clock';
import { ok, refused, type Result } from '../kernel/result';
import { isOwnTopic } from '../catalogues/topics';
import type { Ports } from '../domain/ports';
import type { Board, BoardRowDto } from './api-contract';
import { pairHealth } from './health';
import type { BoardRow } from '../domain/board';

/**
 * Version of the board as a reader sees it at `now`: the snapshot's, and the hour, because a pair's health follows from the time.
 * One point read.
 */
export async function boardVersion(
  ports: Ports<'programmes'>,
  programmeId: string,
  now: Instant,
): Promise<Result<string, 'not-found'>> {
  const head = await ports.programmes.get(programmeId, 'board', 'head');
  return head === undefined ? refused('not-found') : ok(`${String(head.value.version)}.${now.slice(0, 13)}`);
}

/** The whole snapshot with each pair's health at `now`: the head, then one range of at most 60 KiB a row. */
export async function readBoard(
  ports: Ports<'programmes'>,
  programmeId: string,
  now: Instant,
): Promise<Result<Board, 'not-found'>> {
  const head = await ports.programmes.get(programmeId, 'board', 'head');
  if (head === undefined) return refused('not-found');
  const rows: BoardRowDto[] = [];
  for await (const part of readAll(ports.programmes, programmeId, 'board-part')) {
    for (const row of part.value.rows) rows.push(boardRow(row, now));
  }
  return ok({ version: head.value.version, foldedAt: head.value.foldedAt, rows });
}

function boardRow(row: BoardRow, now: Instant): BoardRowDto {
  return {
    pairId: row.pairId,
    mentor: { id: row.mentor.id, name: row.mentor.name },
    mentee: { id: row.mentee.id, name: row.mentee.name },
    topics: row.topics.filter((topic) => !isOwnTopic(topic)),
    startedAt: row.startedAt,
    months: [...row.months],
    ...(row.nextSession === undefined ? {} : { nextSession: row.nextSession }),
    state: row.state,
    health: pairHealth(row, now),
  };
}
