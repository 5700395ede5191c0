import type { Stored } from '../kernel/row-store';
import type { Press } from '../member/press';
import { loadOwnPair, type OwnPair } from '../pair-ending/load-own-pair';
import { pairView } from '../pair-ending/pair-view';
import { pairEndedView } from '../pair-ending/pair-ended-view';
import { nextSessionOf } from '../session/next-session';
import type { CardView } from '../domain/view';
import type { Renewal } from '../domain/renewal';
import { renewalView } from './renewal-view';
import { renewedPairId } from '../domain/renewal-rules';

/** The question about a finished pair as one of its two people answers it. */
export interface OwnRenewal extends OwnPair {
  readonly renewal: Stored<Renewal>;
}

/** The pair, its people and the question, by point reads; undefined for anybody else, and before anybody is asked. */
export async function loadOwnRenewal(press: Press<'programmes'>, pairId: string): Promise<OwnRenewal | undefined> {
  const [own, renewal] = await Promise.all([
    loadOwnPair(press, pairId),
    press.ports.programmes.get(press.member.programme.value.id, 'renewal', pairId),
  ]);
  if (own === undefined || renewal === undefined || press.context.now < renewal.value.asksAt) return undefined;
  return { ...own, renewal };
}

/** The question as a look of the person's own shows it; undefined for anybody but the two, and before anybody is asked. */
export async function lookAtRenewal(
  look: Press<'programmes' | 'secrets'>,
  pairId: string,
): Promise<CardView | undefined> {
  const it = await loadOwnRenewal(look, pairId);
  return it === undefined ? undefined : currentRenewalView(look, it, it.renewal.value);
}

/** What is true now for this person: the pair in which the two go on, the question, or that the pair is over. */
export async function currentRenewalView(
  press: Press<'programmes' | 'secrets'>,
  it: OwnRenewal,
  renewal: Renewal,
): Promise<CardView> {
  const { ports, member, context } = press;
  const programme = member.programme.value;
  const pairId = renewedPairId((text) => ports.secrets.sha256(text), programme.id, it.pair.key);
  const renewed = await loadOwnPair(press, pairId, it.partner);
  if (renewed !== undefined)
    return pairView(renewed, await nextSessionOf(ports, programme.id, pairId, context.now), context.now);
  if (context.now >= renewal.hearsBy)
    return pairEndedView(programme, it.pair.value, it.me.value, it.partner.value, member.reader);
  return renewalView(programme, it, renewal, member.reader, context.now);
}
