import { cardAbout } from '../domain/card';
import type { Saving } from '../domain/ports';
import { noticed } from '../member/action-outcome';
import { current, unitOf, type Press, type PressAnswer } from '../member/press';
import { savePress } from '../member/save-press';
import { hasHeard } from '../domain/pair-ending-rules';
import { sideOf } from '../domain/proposal-rules';
import { addDeparture } from './add-departure';
import { departureView } from './departure-view';
import { findRunningPairs } from './find-running-pairs';

/**
 * A person leaves the programme, or, where they have not `confirmed` yet, reads first what that means. Their running pairs end in the
 * words of any end, at the same hour; a proposal they had is seen by nobody to be over before its date. A repeat changes nothing.
 */
export async function leaveProgramme(
  press: Press<Saving>,
  { confirmed }: { readonly confirmed: boolean },
): Promise<PressAnswer> {
  const { ports, context, member } = press;
  const { participant: me, reader } = member;
  const programme = member.programme.value;
  if (me === undefined) return noticed('not-allowed', reader);
  if (programme.state === 'closed') return noticed('programme-closed', reader);
  if (me.value.state === 'withdrawn' || !confirmed) {
    const running = await findRunningPairs(ports, programme.id, me.key);
    const known = running.filter(({ pair, ending }) => {
      const side = sideOf(pair.value, me.key);
      return side === undefined || !hasHeard(ending?.value, side);
    });
    return current(press, departureView(programme, me.value, reader, known.length));
  }
  const unit = unitOf(press).editCards({ to: 'participant', id: me.key }, cardAbout.invitation);
  const after = await addDeparture(ports, unit, me, 'person', context);
  return savePress(press, unit, departureView(programme, after, reader, 0));
}
