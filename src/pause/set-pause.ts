import { noticed, shown, type ActionOutcome } from '../member/action-outcome';
import { strangerReader } from '../member/reader';
import type { Participant } from '../domain/participant';
import { loadMember } from '../member/load-member';
import type { Actor, UseCaseContext, Ports } from '../domain/ports';
import { retryOnConflict, conflict, UnitOfWork } from '../domain/unit-of-work';
import { alignPairs } from './align-pair';
import { askAgain } from './ask-again';
import { pauseView } from './pause-view';
import { isPaused, pauseUntil } from '../domain/pause-rules';

export interface PauseInput {
  readonly programmeId: string;
  /** ISO date of the first day back; empty to look only; absent to come back now. */
  readonly until?: string;
}

/**
 * A person pauses until a date, changes the date, or comes back early; no reason is asked. Their pairs follow as due work. A repeat
 * changes nothing, and a date that cannot be is refused with what can.
 */
export async function setPause(
  ports: Ports,
  actor: Actor,
  input: PauseInput,
  context: UseCaseContext,
): Promise<ActionOutcome> {
  return retryOnConflict(async () => {
    const member = await loadMember(ports, actor, input.programmeId);
    const me = member?.participant;
    if (member === undefined || me === undefined)
      return noticed('not-found', await strangerReader(ports, actor.directoryId));
    const { reader } = member;
    const programme = member.programme.value;
    if (programme.state === 'closed') return noticed('programme-closed', reader);
    if (me.value.state !== 'enrolled') return noticed('not-allowed', reader);
    const view = (person: Participant) => pauseView(programme, person, reader, context.now);
    if (input.until === '') return shown(view(me.value), reader, false);
    const { pause: before, ...rest } = me.value;
    const wanted =
      input.until === undefined ? undefined : pauseUntil(input.until, context.now, me.value.profile.timeZone);
    if (wanted?.ok === false) return noticed(wanted.reason, reader);
    if (wanted === undefined && !isPaused(me.value, context.now)) return shown(view(rest), reader, false);
    const pause = wanted?.value;
    if (pause !== undefined && pause.until === before?.until) return shown(view(me.value), reader, false);
    const after: Participant = {
      ...rest,
      ...(pause === undefined ? {} : { pause: { ...pause, since: before?.since ?? pause.since } }),
      revision: rest.revision + 1,
    };
    const unit = new UnitOfWork(ports, input.programmeId, context, 'pair').replace('participant', me, after);
    if (pause !== undefined)
      unit.schedule({ kind: 'pause-over', at: pause.resumesAt, ref: me.key, occurrence: String(after.revision) });
    else if (before !== undefined) await askAgain(ports, unit, after, before, context);
    await alignPairs(ports, unit, after, context);
    return (await unit.commit()) ? shown(view(after), reader, true) : conflict;
  });
}
