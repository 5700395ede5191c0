import { conflict, type UnitOfWork } from '../domain/unit-of-work';
import type { CardView } from '../domain/view';
import { shown } from './action-outcome';
import type { Press, PressAnswer } from './press';

/**
 * Writes what a press decided, all or nothing, and answers with the card of the new state; a conflict where another change came first.
 * The view is made before the commit: it follows from what was decided.
 */
export async function savePress({ member }: Press<never>, unit: UnitOfWork, view: CardView): Promise<PressAnswer> {
  return (await unit.commit()) ? shown(view, member.reader, true) : conflict;
}
