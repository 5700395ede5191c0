import { noticed, shown, type ActionOutcome } from '../member/action-outcome';
import { strangerReader } from '../member/reader';
import { hasHeard } from '../domain/pair-ending-rules';
import { loadMember } from '../member/load-member';
import type { Actor, UseCaseContext, Ports } from '../domain/ports';
import { retryOnConflict, conflict, UnitOfWork } from '../domain/unit-of-work';
import { sideOf } from '../domain/proposal-rules';
import { addDeparture } from './add-departure';
import { departureView } from './departure-view';
import { findRunningPairs } from './find-running-pairs';

export interface LeaveInput {
  readonly programmeId: string;
  /** False to read first what will happen. */
  readonly confirmed: boolean;
}

/**
 * A person leaves the programme, or reads first what that means. Their running pairs end in the words of any end, at the same hour; a
 * proposal they had is seen by nobody to be over before its date. A repeat changes nothing.
 */
export async function leaveProgramme(
  ports: Ports,
  actor: Actor,
  { programmeId, confirmed }: LeaveInput,
  context: UseCaseContext,
): Promise<ActionOutcome> {
  return retryOnConflict(async () => {
    const member = await loadMember(ports, actor, programmeId);
    if (member === undefined) return noticed('not-found', await strangerReader(ports, actor.directoryId));
    const { participant: me, reader } = member;
    const programme = member.programme.value;
    if (me === undefined) return noticed('not-allowed', reader);
    if (programme.state === 'closed') return noticed('programme-closed', reader);
    if (me.value.state === 'withdrawn' || !confirmed) {
      const running = await findRunningPairs(ports, programmeId, me.key);
      const known = running.filter(({ pair, ending }) => {
        const side = sideOf(pair.value, me.key);
        return side === undefined || !hasHeard(ending?.value, side);
      });
      return shown(departureView(programme, me.value, reader, known.length), reader, false);
    }
    const unit = new UnitOfWork(ports, programmeId, context, actor.directoryId);
    const after = await addDeparture(ports, unit, me, 'person', context);
    return (await unit.commit()) ? shown(departureView(programme, after, reader, 0), reader, true) : conflict;
  });
}
