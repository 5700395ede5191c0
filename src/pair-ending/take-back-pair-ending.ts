import { noticed, shown, type ActionOutcome } from '../member/action-outcome';
import { strangerReader } from '../member/reader';
import type { Actor, UseCaseContext, Ports } from '../domain/ports';
import { retryOnConflict, conflict, UnitOfWork } from '../domain/unit-of-work';
import { leaveView } from './leave-view';
import { loadOwnPair } from './load-own-pair';
import { mayStay, stay } from '../domain/pair-ending-rules';
import { dropPairEnding } from './start-pair-ending';

/**
 * "I would rather stay": a person's own wish to part is taken back, until the hour at which it would be told. Nobody ever learns of it. What
 * else ends the pair, such as the other's wish, ends it at the same hour all the same; the answer reads the same in either case. A repeat
 * changes nothing.
 */
export async function takeBackPairEnding(
  ports: Ports,
  actor: Actor,
  ref: { readonly programmeId: string; readonly pairId: string },
  context: UseCaseContext,
): Promise<ActionOutcome> {
  return retryOnConflict(async () => {
    const it = await loadOwnPair(ports, actor, ref);
    if (it === undefined) return noticed('not-found', await strangerReader(ports, actor.directoryId));
    const { reader } = it.member;
    if (it.member.programme.value.state === 'closed') return noticed('programme-closed', reader);
    const before = it.ending;
    if (before === undefined || !mayStay(before.value, it.side, context.now))
      return shown(leaveView(it, before?.value, context.now), reader, false);
    const rule = await ports.programmes.get(ref.programmeId, 'rule-end', ref.pairId);
    const after = stay(before.value, it.side, rule !== undefined);
    const unit = new UnitOfWork(ports, ref.programmeId, context, 'pair');
    if (after === undefined) await dropPairEnding(ports, unit, before);
    else unit.replace('pair-ending', before, after);
    return (await unit.commit()) ? shown(leaveView(it, after, context.now, true), reader, true) : conflict;
  });
}
