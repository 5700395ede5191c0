import type { Result } from '../kernel/result';
import type { Actor, Occasion, Ports } from '../programme/ports';
import { UnitOfWork } from '../programme/unit-of-work';
import type { Board } from './api-contract';
import { readBoard } from './read-board';

/** The board to be taken away as a file; who took it is kept with the programme's changes. */
export async function exportBoard(
  ports: Ports,
  programmeId: string,
  actor: Actor,
  occasion: Occasion,
): Promise<Result<Board, 'not-found'>> {
  const board = await readBoard(ports, programmeId, occasion.now);
  if (board.ok)
    await new UnitOfWork(ports, programmeId, occasion, actor.directoryId).changed('board-exported').commit();
  return board;
}
