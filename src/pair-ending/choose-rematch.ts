import { cardAbout } from '../domain/card';
import type { Saving } from '../domain/ports';
import { noticed } from '../member/action-outcome';
import type { Participant } from '../domain/participant';
import { current, notFound, unitOf, type Press, type PressAnswer } from '../member/press';
import { savePress } from '../member/save-press';
import { loadOwnPair, type OwnPair } from './load-own-pair';
import { pairEndedView } from './pair-ended-view';
import { hasHeard } from '../domain/pair-ending-rules';

export interface RematchInput {
  /** The pair that is over. */
  readonly pairId: string;
  readonly wish: 'another' | 'enough';
}

/** After the end of a pair, once both have been asked whether they go on: another partner, or no more. The person may change their mind; a repeat changes nothing. */
export async function chooseRematch(
  press: Press<Saving | 'people'>,
  { pairId, wish }: RematchInput,
): Promise<PressAnswer> {
  const { context, member } = press;
  const it = await loadOwnPair(press, pairId);
  if (it === undefined) return notFound(press);
  const { me, partner } = it;
  const programme = member.programme.value;
  if (programme.state === 'closed') return noticed('programme-closed', member.reader);
  const over = it.pair.value.state === 'ended' || hasHeard(it.ending?.value, it.side) || (await isFinished(press, it));
  if (!over || me.value.state !== 'enrolled') return noticed('not-found', member.reader);
  const view = (person: Participant) => pairEndedView(programme, it.pair.value, person, partner.value, member.reader);
  const before = me.value.rematch?.wish;
  if (before === wish) return current(press, view(me.value));
  const after: Participant = {
    ...me.value,
    rematch: { wish, since: context.now },
    revision: me.value.revision + 1,
  };
  const unit = unitOf(press)
    .replace('participant', me, after)
    .editCards({ to: 'participant', id: me.key }, cardAbout.pairEnded(pairId))
    .recordChange('rematch-chosen');
  return savePress(press, unit, view(after));
}

async function isFinished({ ports, member, context }: Press<'programmes'>, { pair }: OwnPair): Promise<boolean> {
  if (pair.value.state !== 'finished') return false;
  const renewal = await ports.programmes.get(member.programme.value.id, 'renewal', pair.key);
  return renewal === undefined || context.now >= renewal.value.hearsBy;
}
