import type { Saving } from '../domain/ports';
import { noticed } from '../member/action-outcome';
import { current, notFound, unitOf, type Press, type PressAnswer } from '../member/press';
import { savePress } from '../member/save-press';
import type { Participant } from '../domain/participant';
import { alignPairs } from './align-pair';
import { askAgain } from './ask-again';
import { pauseView } from './pause-view';
import { isPaused, pauseUntil } from '../domain/pause-rules';

export interface PauseInput {
  /** ISO date of the first day back; empty to look only; absent to come back now. */
  readonly until?: string;
}

/**
 * A person pauses until a date, changes the date, or comes back early; no reason is asked. Their pairs follow as due work. A repeat
 * changes nothing, and a date that cannot be is refused with what can.
 */
export async function setPause(
  press: Press<Saving | 'people' | 'holidayFrom'>,
  { until }: PauseInput,
): Promise<PressAnswer> {
  const { ports, context, member } = press;
  const { participant: me, reader } = member;
  if (me === undefined) return notFound(press);
  const programme = member.programme.value;
  if (programme.state === 'closed') return noticed('programme-closed', reader);
  if (me.value.state !== 'enrolled') return noticed('not-allowed', reader);
  const view = (person: Participant) => pauseView(programme, person, reader, context.now);
  if (until === '') return current(press, view(me.value));
  const { pause: before, ...rest } = me.value;
  const wanted = until === undefined ? undefined : pauseUntil(until, context.now, me.value.profile.timeZone);
  if (wanted?.ok === false) return noticed(wanted.reason, reader);
  if (wanted === undefined && !isPaused(me.value, context.now)) return current(press, view(rest));
  const pause = wanted?.value;
  if (pause !== undefined && pause.until === before?.until) return current(press, view(me.value));
  const after: Participant = {
    ...rest,
    ...(pause === undefined ? {} : { pause: { ...pause, since: before?.since ?? pause.since } }),
    revision: rest.revision + 1,
  };
  const unit = unitOf(press, 'pair').replace('participant', me, after);
  if (pause !== undefined)
    unit.schedule({ kind: 'pause-over', at: pause.resumesAt, ref: me.key, occurrence: String(after.revision) });
  else if (before !== undefined) await askAgain(ports, unit, after, before, context);
  await alignPairs(ports, unit, after, context);
  return savePress(press, unit, view(after));
}
