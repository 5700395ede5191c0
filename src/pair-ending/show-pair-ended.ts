import { isOverFor } from '../domain/pair-ending-rules';
import type { CardView } from '../domain/view';
import type { Press } from '../member/press';
import { loadOwnPair } from './load-own-pair';
import { pairEndedView } from './pair-ended-view';

/** That a pair is over and what the person wants next, as it stands; undefined for anybody but the two, and while it runs. */
export async function showPairEnded(look: Press<'programmes'>, pairId: string): Promise<CardView | undefined> {
  const it = await loadOwnPair(look, pairId);
  if (it === undefined || !isOverFor(it.side, it, it.ending?.value)) return undefined;
  const { programme, reader } = look.member;
  return pairEndedView(programme.value, it.pair.value, it.me.value, it.partner.value, reader);
}
