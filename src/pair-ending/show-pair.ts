import { noticed, shown, type ActionOutcome } from '../member/outcome';
import { strangerReader } from '../member/reader';
import type { Actor, Occasion, Ports } from '../domain/ports';
import { nextSessionOf } from '../session/next-session';
import { loadOwnPair } from './load-own-pair';
import { pairView } from './pair-view';

/** A person's own pair. Changes nothing. */
export async function showPair(
  ports: Ports,
  actor: Actor,
  ref: { readonly programmeId: string; readonly pairId: string },
  occasion: Occasion,
): Promise<ActionOutcome> {
  const it = await loadOwnPair(ports, actor, ref);
  if (it === undefined) return noticed('not-found', await strangerReader(ports, actor.directoryId));
  const next = await nextSessionOf(ports, ref.programmeId, ref.pairId, occasion.now);
  return shown(pairView(it, next, occasion.now), it.member.reader, false);
}
