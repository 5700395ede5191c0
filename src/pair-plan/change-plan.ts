import { cardAbout } from '../domain/card';
import { isOverFor } from '../domain/pair-ending-rules';
import { pairPlanKey, type PairPlan } from '../domain/pair-plan';
import { vaultOf, type PairVault } from '../domain/pair-vault';
import type { Saving } from '../domain/ports';
import { conflict } from '../domain/unit-of-work';
import { canonicalText } from '../kernel/canonical-text';
import { noticed } from '../member/action-outcome';
import { current, notFound, unitOf, type Press, type PressAnswer } from '../member/press';
import { savePress } from '../member/save-press';
import { loadOwnPair } from '../pair-ending/load-own-pair';
import { pairView } from '../pair-ending/pair-view';
import { loadSessions } from './load-sessions';
import { pastSessions, type OwnSession } from './rules';
import { readPlan } from './read-plan';

/** A plan, and its revision that whoever presses has seen. */
export interface PlanRef {
  readonly pairId: string;
  readonly revision: number;
}

/**
 * Changes the plan of one's own pair. `change` returns the plan from now on; undefined where a session that it touches is past or has to
 * stay where it is. Of two who change it at once the later is told that it has changed meanwhile. What was written stays in the pair's
 * vault; cards of sessions whose words are others now follow.
 */
export async function changePlan(
  press: Press<Saving | 'people', PairVault>,
  { pairId, revision }: PlanRef,
  change: (plan: readonly OwnSession[], past: ReadonlySet<number>) => readonly OwnSession[] | undefined,
): Promise<PressAnswer> {
  const { ports, member, context } = press;
  const programme = member.programme.value;
  const it = await loadOwnPair(press, pairId);
  if (it === undefined) return notFound(press);
  if (programme.state === 'closed') return noticed('programme-closed', member.reader);
  if (isOverFor(it.side, it, it.ending?.value)) return noticed('out-of-date', member.reader);
  const view = pairView(it, undefined, context.now);
  const [plan, sessions] = await Promise.all([
    readPlan(ports, programme, it.pair.value),
    loadSessions(ports, programme.id, pairId),
  ]);
  const after = change(plan.sessions, pastSessions(sessions, context.now));
  if (after !== undefined && canonicalText(after) === canonicalText(plan.sessions)) return current(press, view);
  if (after === undefined || plan.revision !== revision) return noticed('out-of-date', member.reader);
  const value: PairPlan = { pairId, sessions: after, revision: revision + 1 };
  const write = { kind: 'plan', key: pairPlanKey, value } as const;
  const written = await ports.pairs.commit(vaultOf(programme.id, pairId), [
    plan.stored === undefined ? { op: 'insert', ...write } : { op: 'replace', ...write, etag: plan.stored.etag },
  ]);
  if (!written.ok) return conflict;
  const unit = unitOf(press);
  for (const [index, session] of after.entries()) {
    if (canonicalText(session) === canonicalText(plan.sessions[index])) continue;
    for (const { key: id } of [it.mentor, it.mentee])
      unit.editCards({ to: 'participant', id }, cardAbout.session(pairId, index + 1));
  }
  return savePress(press, unit, view);
}
