import { noticed, shown, type ActionOutcome } from '../member/outcome';
import { strangerReader } from '../member/reader';
import type { Actor, Occasion, Ports } from '../domain/ports';
import { decide, lostRace, UnitOfWork } from '../domain/unit-of-work';
import { leaveView } from './leave-view';
import { loadOwnPair } from './load-own-pair';
import { askToPart, isOverFor } from '../domain/pair-ending-rules';
import { startParting, tellingMoments } from './start-parting';

export interface PartingInput {
  readonly programmeId: string;
  readonly pairId: string;
  /** Private, may be empty. */
  readonly reason: string;
}

/** Before the wish: what will happen, who will know, and a place for a private reason. Changes nothing. */
export async function considerParting(
  ports: Ports,
  actor: Actor,
  input: Omit<PartingInput, 'reason'>,
  occasion: Occasion,
): Promise<ActionOutcome> {
  const it = await loadOwnPair(ports, actor, input);
  if (it === undefined) return noticed('not-found', await strangerReader(ports, actor.directoryId));
  return shown(leaveView(it, it.parting?.value, occasion.now), it.member.reader, false);
}

/**
 * A person's wish to end their pair. Both hear the same words at 9:00 of their next working day; until then this writes nothing that
 * anybody else reads: no change, no message, no revision. A repeat changes nothing.
 */
export async function askParting(
  ports: Ports,
  actor: Actor,
  input: PartingInput,
  occasion: Occasion,
): Promise<ActionOutcome> {
  return decide(async () => {
    const it = await loadOwnPair(ports, actor, input);
    if (it === undefined) return noticed('not-found', await strangerReader(ports, actor.directoryId));
    if (it.member.programme.value.state === 'closed') return noticed('programme-closed', it.member.reader);
    const before = it.parting;
    if (isOverFor(it.side, it, before?.value))
      return shown(leaveView(it, before?.value, occasion.now), it.member.reader, false);
    const request = { reason: input.reason.trim(), tellAt: tellingMoments(ports, it, occasion.now) };
    const asked = askToPart(before?.value, it.pair.key, it.side, request, occasion.now);
    if (!asked.ok) return shown(leaveView(it, before?.value, occasion.now), it.member.reader, false);
    const unit = new UnitOfWork(ports, input.programmeId, occasion, 'pair');
    if (before !== undefined) unit.replace('parting', before, asked.value);
    else startParting(unit, asked.value);
    return (await unit.commit()) ? shown(leaveView(it, asked.value, occasion.now), it.member.reader, true) : lostRace;
  });
}
