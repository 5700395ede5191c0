import { movePeriods, type GroupTotals, type MovePeriod, type MoveTotals } from '../domain/moves';
import type { Actor, Ports, Saving, UseCaseContext } from '../domain/ports';
import { UnitOfWork } from '../domain/unit-of-work';
import { ok, refused, type Ok, type Refused } from '../kernel/result';
import { checkMoves, type MoveFault } from './check-moves';
import { findShutGroups } from './find-shut-groups';
import type { MovesBody } from './moves-api-contract';
import { movesDueAt } from './read-moves';

export type MovesSaved =
  | Ok<MoveTotals>
  | Refused<'not-found' | 'conflict' | 'too-early' | 'later-typed'>
  | { readonly ok: false; readonly reason: 'invalid'; readonly faults: readonly MoveFault[] };

/**
 * Keeps the totals that HR typed for a period, or corrects them; who did it and when stays in the audit. `revision` is the one that was read, 0 where nothing had been
 * typed: whoever comes second is told. The same twice changes nothing. A period that comes before one that is typed can be corrected, and not typed any more.
 */
export async function saveMoves(
  ports: Ports<Saving>,
  programmeId: string,
  { months, body, revision }: { readonly months: MovePeriod; readonly body: MovesBody; readonly revision: number },
  actor: Actor,
  context: UseCaseContext,
): Promise<MovesSaved> {
  // Every save depends on the programme's row, read before the totals: of two at once that fit what each has read, one conflicts.
  const programme = await ports.programmes.get(programmeId, 'programme', 'programme');
  if (programme === undefined) return refused('not-found');
  const { rows } = await ports.programmes.range(programmeId, 'moves', { limit: movePeriods.length });
  const stored = rows.find(({ value }) => value.months === months);
  if ((stored?.value.revision ?? 0) !== revision) return refused('conflict');
  const due = movesDueAt(programme.value, months);
  if (due === undefined || context.now < due) return refused('too-early');
  const totalsThere = rows.map(({ value }) => value);
  if (findShutGroups(totalsThere, months).some((group) => body[group] !== undefined)) return refused('later-typed');
  const other = rows.find(({ value }) => value.months !== months);
  // The number of people at the start is one number: corrected with a period, it is corrected in the other too.
  const corrected = other === undefined || stored === undefined ? other?.value : withPeopleOf(other.value, body);
  const faults = checkMoves(body, months, corrected);
  if (faults.length > 0) return { ok: false, reason: 'invalid', faults };
  const unfit = corrected === undefined ? [] : checkMoves(corrected, corrected.months, undefined);
  if (unfit.length > 0)
    return { ok: false, reason: 'invalid', faults: unfit.map(({ path }) => ({ path, fault: 'unfit-other' })) };
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
  unit.recordAudit(`moves-${months}-typed`).requireUnchanged('programme', programme);
  if (other !== undefined && corrected !== undefined && textOf(corrected) !== textOf(other.value))
    unit
      .replace('moves', other, { ...corrected, typedAt: context.now, revision: corrected.revision + 1 })
      .recordAudit(`moves-${corrected.months}-typed`);
  return (await unit.commit()) ? ok(totals) : refused('conflict');
}

function withPeopleOf(other: MoveTotals, { all, underThirty }: MovesBody): MoveTotals {
  const corrected = (group: GroupTotals, { participants, waiting }: GroupTotals): GroupTotals => ({
    participants: { ...group.participants, people: participants.people },
    waiting: { ...group.waiting, people: waiting.people },
  });
  return {
    ...other,
    all: corrected(other.all, all),
    ...(other.underThirty === undefined || underThirty === undefined
      ? {}
      : { underThirty: corrected(other.underThirty, underThirty) }),
  };
}

function textOf({ all, underThirty }: MoveTotals): string {
  return JSON.stringify(
    [all, underThirty].map((group) =>
      [group?.participants, group?.waiting].map((side) => [side?.people, side?.left, side?.moved]),
    ),
  );
}
