import { noticed, shown, type ActionOutcome } from '../member/outcome';
import { strangerReader } from '../member/reader';
import type { Actor, Occasion, Ports } from '../domain/ports';
import { decide, lostRace, UnitOfWork } from '../domain/unit-of-work';
import { leaveView } from './leave-view';
import { loadOwnPair } from './load-own-pair';
import { mayStay, stay } from '../domain/pair-ending-rules';
import { dropParting } from './start-parting';

/**
 * "I would rather stay": a person's own wish to part is taken back, until the hour at which it would be told. Nobody ever learns of it. What
 * else ends the pair, such as the other's wish, ends it at the same hour all the same; the answer reads the same in either case. A repeat
 * changes nothing.
 */
export async function takeBackParting(
  ports: Ports,
  actor: Actor,
  ref: { readonly programmeId: string; readonly pairId: string },
  occasion: Occasion,
): Promise<ActionOutcome> {
  return decide(async () => {
    const it = await loadOwnPair(ports, actor, ref);
    if (it === undefined) return noticed('not-found', await strangerReader(ports, actor.directoryId));
    const { reader } = it.member;
    if (it.member.programme.value.state === 'closed') return noticed('programme-closed', reader);
    const before = it.parting;
    if (before === undefined || !mayStay(before.value, it.side, occasion.now))
      return shown(leaveView(it, before?.value, occasion.now), reader, false);
    const rule = await ports.programmes.get(ref.programmeId, 'rule-end', ref.pairId);
    const after = stay(before.value, it.side, rule !== undefined);
    const unit = new UnitOfWork(ports, ref.programmeId, occasion, 'pair');
    if (after === undefined) await dropParting(ports, unit, before);
    else unit.replace('parting', before, after);
    return (await unit.commit()) ? shown(leaveView(it, after, occasion.now, true), reader, true) : lostRace;
  });
}
