import { CodedError } from '../kernel/coded-error';
import { ok, refused, type Result } from '../kernel/result';
import type { Actor, UseCaseContext, Ports, Saving } from '../domain/ports';
import { UnitOfWork } from '../domain/unit-of-work';
import type { BoardRowDto } from './api-contract';
import { readWholeBoard } from './read-board';

export interface BoardExport {
  readonly rows: readonly BoardRowDto[];
  /** Sessions of a pair. */
  readonly months: number;
  /** IANA zone in which the file tells its times. */
  readonly timeZone: string;
}

/** The board to be taken away as a file; who took it is kept for good. */
export async function exportBoard(
  ports: Ports<Saving>,
  programmeId: string,
  actor: Actor,
  context: UseCaseContext,
): Promise<Result<BoardExport, 'not-found'>> {
  const programme = await ports.programmes.get(programmeId, 'programme', 'programme');
  if (programme === undefined) return refused('not-found');
  const rows = await readWholeBoard(ports, programmeId, context.now);
  if (!rows.ok) return rows;
  const kept = await new UnitOfWork(ports, programmeId, context, actor.directoryId)
    .recordAudit('board-exported')
    .commit();
  if (!kept) throw new CodedError('duplicate-audit', 'A new identifier was not new');
  const { months, timeZone } = programme.value.plan;
  return ok({ rows: rows.value, months, timeZone });
}
