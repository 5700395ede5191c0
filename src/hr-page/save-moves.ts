import type { MovePeriod, MoveTotals } from '../domain/moves';
import type { Actor, Ports, Saving, UseCaseContext } from '../domain/ports';
import { UnitOfWork } from '../domain/unit-of-work';
import { ok, refused, type Ok, type Refused } from '../kernel/result';
import { checkMoves, type MoveFault } from './check-moves';
import type { MovesBody } from './moves-api-contract';
import { movesDueAt } from './read-moves';

export type MovesSaved =
  | Ok<MoveTotals>
  | Refused<'not-found' | 'conflict' | 'too-early'>
  | { readonly ok: false; readonly reason: 'invalid'; readonly faults: readonly MoveFault[] };

/**
 * Keeps the totals that HR typed for a period, or corrects them; who did it and when stays in the audit. `revision` is the one that was read, 0 where nothing had been
 * typed: whoever comes second is told. The same twice changes nothing.
 */
export async function saveMoves(
  ports: Ports<Saving>,
  programmeId: string,
  { months, body, revision }: { readonly months: MovePeriod; readonly body: MovesBody; readonly revision: number },
  actor: Actor,
  context: UseCaseContext,
): Promise<MovesSaved> {
  const [programme, stored] = await Promise.all([
    ports.programmes.get(programmeId, 'programme', 'programme'),
    ports.programmes.get(programmeId, 'moves', String(months)),
  ]);
  if (programme === undefined) return refused('not-found');
  if ((stored?.value.revision ?? 0) !== revision) return refused('conflict');
  const due = movesDueAt(programme.value, months);
  if (due === undefined || context.now < due) return refused('too-early');
  const faults = checkMoves(body);
  if (faults.length > 0) return { ok: false, reason: 'invalid', faults };
  const { all, underThirty } = body;
  const totals: MoveTotals = {
    months,
    all,
    ...(underThirty === undefined ? {} : { underThirty }),
    typedAt: context.now,
    revision: revision + 1,
  };
  if (stored !== undefined && textOf(stored.value) === textOf(totals)) return ok(stored.value);
  const unit = new UnitOfWork(ports, programmeId, context, actor.directoryId);
  if (stored === undefined) unit.insert('moves', String(months), totals);
  else unit.replace('moves', stored, totals);
  unit.recordAudit(`moves-${months}-typed`);
  return (await unit.commit()) ? ok(totals) : refused('conflict');
}

function textOf({ all, underThirty }: MoveTotals): string {
  return JSON.stringify(
    [all, underThirty].map((group) =>
      [group?.participants, group?.waiting].map((side) => [side?.people, side?.left, side?.moved]),
    ),
  );
}
