import { noticed, shown, type ActionOutcome } from '../member/action-outcome';
import { strangerReader } from '../member/reader';
import type { Actor, UseCaseContext, Ports } from '../domain/ports';
import { nextSessionOf } from '../session/next-session';
import { loadOwnPair } from './load-own-pair';
import { pairView } from './pair-view';

/** A person's own pair. Changes nothing. */
export async function showPair(
  ports: Ports,
  actor: Actor,
  ref: { readonly programmeId: string; readonly pairId: string },
  context: UseCaseContext,
): Promise<ActionOutcome> {
  const it = await loadOwnPair(ports, actor, ref);
  if (it === undefined) return noticed('not-found', await strangerReader(ports, actor.directoryId));
  const next = await nextSessionOf(ports, ref.programmeId, ref.pairId, context.now);
  return shown(pairView(it, next, context.now), it.member.reader, false);
}
