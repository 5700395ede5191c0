import { noticed, shown, type ActionOutcome } from '../member/action-outcome';
import { strangerReader } from '../member/reader';
import type { Actor, UseCaseContext, Ports } from '../domain/ports';
import { retryOnConflict, conflict, UnitOfWork } from '../domain/unit-of-work';
import { leaveView } from './leave-view';
import { loadOwnPair } from './load-own-pair';
import { askToEnd, isOverFor } from '../domain/pair-ending-rules';
import { startPairEnding, tellingMoments } from './start-pair-ending';

export interface PairEndingInput {
  readonly programmeId: string;
  readonly pairId: string;
  /** Private, may be empty. */
  readonly reason: string;
}

/** Before the wish: what will happen, who will know, and a place for a private reason. Changes nothing. */
export async function considerEndingPair(
  ports: Ports,
  actor: Actor,
  input: Omit<PairEndingInput, 'reason'>,
  context: UseCaseContext,
): Promise<ActionOutcome> {
  const it = await loadOwnPair(ports, actor, input);
  if (it === undefined) return noticed('not-found', await strangerReader(ports, actor.directoryId));
  return shown(leaveView(it, it.ending?.value, context.now), it.member.reader, false);
}

/**
 * A person's wish to end their pair. Both hear the same words at 9:00 of their next working day; until then this writes nothing that
 * anybody else reads: no change, no message, no revision. A repeat changes nothing.
 */
export async function askToEndPair(
  ports: Ports,
  actor: Actor,
  input: PairEndingInput,
  context: UseCaseContext,
): Promise<ActionOutcome> {
  return retryOnConflict(async () => {
    const it = await loadOwnPair(ports, actor, input);
    if (it === undefined) return noticed('not-found', await strangerReader(ports, actor.directoryId));
    if (it.member.programme.value.state === 'closed') return noticed('programme-closed', it.member.reader);
    const before = it.ending;
    if (isOverFor(it.side, it, before?.value))
      return shown(leaveView(it, before?.value, context.now), it.member.reader, false);
    const request = { reason: input.reason.trim(), tellAt: tellingMoments(ports, it, context.now) };
    const asked = askToEnd(before?.value, it.pair.key, it.side, request, context.now);
    if (!asked.ok) return shown(leaveView(it, before?.value, context.now), it.member.reader, false);
    const unit = new UnitOfWork(ports, input.programmeId, context, 'pair');
    if (before !== undefined) unit.replace('pair-ending', before, asked.value);
    else startPairEnding(unit, asked.value);
    return (await unit.commit()) ? shown(leaveView(it, asked.value, context.now), it.member.reader, true) : conflict;
  });
}
