import { cardAbout } from '../domain/card';
import type { Saving } from '../domain/ports';
import { noticed } from '../member/action-outcome';
import { current, notFound, unitOf, type Press, type PressAnswer } from '../member/press';
import { savePress } from '../member/save-press';
import { currentRenewalView, loadOwnRenewal, lookAtRenewal } from './load-own-renewal';
import type { RenewalChoice } from '../domain/renewal';
import { canSwap, choose, isAsking } from '../domain/renewal-rules';

export interface RenewalRef {
  /** The pair that has finished. */
  readonly pairId: string;
}

/** What now? as it stands for one of the two. Changes nothing. */
export async function showRenewal(
  press: Press<'programmes' | 'people' | 'secrets'>,
  { pairId }: RenewalRef,
): Promise<PressAnswer> {
  const view = await lookAtRenewal(press, pairId);
  return view === undefined ? notFound(press) : current(press, view);
}

/**
 * What one of the two wants after their pair has finished; until the reply date they may change their mind. Only the question's own
 * row is written: no change, no message, no count, so that nothing anybody else reads differs. A repeat or a late press changes nothing.
 */
export async function chooseRenewal(
  press: Press<Saving | 'people' | 'secrets'>,
  { pairId, goOn, otherwise }: RenewalRef & Pick<RenewalChoice, 'goOn' | 'otherwise'>,
): Promise<PressAnswer> {
  const { member } = press;
  const { now } = press.context;
  const it = await loadOwnRenewal(press, pairId);
  if (it === undefined) return notFound(press);
  if (member.programme.value.state === 'closed') return noticed('programme-closed', member.reader);
  if (it.me.value.state !== 'enrolled') return noticed('not-found', member.reader);
  const before = it.renewal.value;
  const possible = goOn.filter((wish) => wish === 'again' || canSwap(it.mentor.value.profile));
  const after = isAsking(before, now) ? choose(before, it.side, { goOn: possible, otherwise, at: now }) : before;
  const view = await currentRenewalView(press, it, after);
  if (after === before) return current(press, view);
  const unit = unitOf(press, 'pair')
    .replace('renewal', it.renewal, after)
    .editCards({ to: 'participant', id: it.me.key }, cardAbout.renewal(pairId));
  return savePress(press, unit, view);
}
