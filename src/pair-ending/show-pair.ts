import { current, notFound, type Press, type PressAnswer } from '../member/press';
import { nextSessionOf } from '../session/next-session';
import { loadOwnPair } from './load-own-pair';
import { pairView } from './pair-view';

/** A person's own pair. Changes nothing. */
export async function showPair(
  press: Press<'programmes' | 'people'>,
  { pairId }: { readonly pairId: string },
): Promise<PressAnswer> {
  const { ports, context, member } = press;
  const it = await loadOwnPair(press, pairId);
  if (it === undefined) return notFound(press);
  const next = await nextSessionOf(ports, member.programme.value.id, pairId, context.now);
  return current(press, pairView(it, next, context.now));
}
