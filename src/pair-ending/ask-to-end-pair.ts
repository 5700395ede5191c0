import type { Saving } from '../domain/ports';
import { noticed } from '../member/action-outcome';
import { current, notFound, unitOf, type Press, type PressAnswer } from '../member/press';
import { savePress } from '../member/save-press';
import { leaveView } from './leave-view';
import { loadOwnPair } from './load-own-pair';
import { askToEnd, isOverFor } from '../domain/pair-ending-rules';
import { startPairEnding, tellingMoments } from './start-pair-ending';

export interface PairEndingInput {
  readonly pairId: string;
}

/** Before the wish: what will happen and who will know. Changes nothing. */
export async function considerEndingPair(
  press: Press<'programmes' | 'people'>,
  { pairId }: PairEndingInput,
): Promise<PressAnswer> {
  const it = await loadOwnPair(press, pairId);
  if (it === undefined) return notFound(press);
  return current(press, leaveView(it, it.ending?.value, press.context.now));
}

/**
 * A person's wish to end their pair. Both hear the same words at 9:00 of their next working day; until then this writes nothing that
 * anybody else reads: no change, no message, no revision. A repeat changes nothing.
 */
export async function askToEndPair(
  press: Press<Saving | 'people' | 'holidayFrom'>,
  { pairId }: PairEndingInput,
): Promise<PressAnswer> {
  const { ports, member } = press;
  const { now } = press.context;
  const it = await loadOwnPair(press, pairId);
  if (it === undefined) return notFound(press);
  if (member.programme.value.state === 'closed') return noticed('programme-closed', member.reader);
  const before = it.ending;
  if (isOverFor(it.side, it, before?.value)) return current(press, leaveView(it, before?.value, now));
  const tellAt = tellingMoments(ports, it, now);
  const asked = askToEnd(before?.value, it.pair.key, it.side, tellAt, now);
  if (!asked.ok) return current(press, leaveView(it, before?.value, now));
  const unit = unitOf(press, 'pair');
  if (before !== undefined) unit.replace('pair-ending', before, asked.value);
  else startPairEnding(unit, asked.value);
  return savePress(press, unit, leaveView(it, asked.value, now));
}
