import type { Saving } from '../domain/ports';
import { noticed } from '../member/action-outcome';
import { current, notFound, unitOf, type Press, type PressAnswer } from '../member/press';
import { savePress } from '../member/save-press';
import { leaveView } from './leave-view';
import { loadOwnPair } from './load-own-pair';
import { mayStay, stay } from '../domain/pair-ending-rules';
import { dropPairEnding } from './start-pair-ending';

/**
 * "I would rather stay": a person's own wish to end the pair is taken back, until the hour at which it would be told. Nobody ever learns of it. What
 * else ends the pair, such as the other's wish, ends it at the same hour all the same; the answer reads the same in either case. A repeat
 * changes nothing.
 */
export async function takeBackPairEnding(
  press: Press<Saving | 'people'>,
  { pairId }: { readonly pairId: string },
): Promise<PressAnswer> {
  const { ports, member } = press;
  const { now } = press.context;
  const it = await loadOwnPair(press, pairId);
  if (it === undefined) return notFound(press);
  const programme = member.programme.value;
  if (programme.state === 'closed') return noticed('programme-closed', member.reader);
  const before = it.ending;
  if (before === undefined || !mayStay(before.value, it.side, now))
    return current(press, leaveView(it, before?.value, now));
  const rule = await ports.programmes.get(programme.id, 'rule-end', pairId);
  const after = stay(before.value, it.side, rule !== undefined);
  const unit = unitOf(press, 'pair');
  if (after === undefined) await dropPairEnding(ports, unit, before);
  else unit.replace('pair-ending', before, after);
  return savePress(press, unit, leaveView(it, after, now, true));
}
