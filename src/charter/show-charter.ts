import type { PairReading } from '../domain/pair-vault';
import { isOverFor } from '../domain/pair-ending-rules';
import type { Pair } from '../domain/proposal';
import type { CardView } from '../domain/view';
import { current, notFound, type Press, type PressAnswer } from '../member/press';
import { introductionView } from '../pair/introduction-view';
import { readCharter, type CharterState } from '../pair/read-charter';
import { loadOwnPair, type OwnPair } from '../pair-ending/load-own-pair';
import { pairView } from '../pair-ending/pair-view';

/** The charter of a person's own pair, on the card that introduces the partner. Changes nothing. */
export async function showCharter(
  press: Press<'programmes' | 'people', PairReading>,
  { pairId }: { readonly pairId: string },
): Promise<PressAnswer> {
  const it = await loadOwnPair(press, pairId);
  if (it === undefined) return notFound(press);
  const programmeId = press.member.programme.value.id;
  const charter = await readCharter(press.ports, programmeId, it.pair.value, it.side);
  return current(press, await charterView(press, it, it.pair.value, charter));
}

/** The card on which the charter stands; to somebody for whom the pair is over, that it is. */
export async function charterView(
  { ports, member, context }: Press<'programmes'>,
  it: OwnPair,
  pair: Pair,
  charter: CharterState,
): Promise<CardView> {
  if (isOverFor(it.side, it, it.ending?.value)) return pairView(it, undefined, context.now);
  const programme = member.programme.value;
  const proposal = await ports.programmes.get(programme.id, 'proposal', pair.proposalId);
  const parts = proposal?.value.parts ?? [];
  return introductionView(programme, pair, it.side, it.partner.value, parts, charter, member.reader, context.now);
}
