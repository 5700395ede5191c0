import type { Stored } from '../kernel/row-store';
import { loadOwnPair, type OwnPair } from '../pair-ending/load-own-pair';
import { pairView } from '../pair-ending/pair-view';
import { pairEndedView } from '../pair-ending/pair-ended-view';
import { nextSessionOf } from '../session/next-session';
import type { CardView } from '../domain/view';
import type { Actor, UseCaseContext, Ports } from '../domain/ports';
import type { Renewal } from '../domain/renewal';
import { renewalView } from './renewal-view';
import { renewedPairId } from '../domain/renewal-rules';

/** The question about a finished pair as one of its two people answers it. */
export interface OwnRenewal extends OwnPair {
  readonly renewal: Stored<Renewal>;
}

/** The pair, its people and the question, by point reads; undefined for anybody else, and before anybody is asked. */
export async function loadOwnRenewal(
  ports: Ports,
  actor: Actor,
  ref: { readonly programmeId: string; readonly pairId: string },
  now: string,
): Promise<OwnRenewal | undefined> {
  const [own, renewal] = await Promise.all([
    loadOwnPair(ports, actor, ref),
    ports.programmes.get(ref.programmeId, 'renewal', ref.pairId),
  ]);
  if (own === undefined || renewal === undefined || now < renewal.value.asksAt) return undefined;
  return { ...own, renewal };
}

/** What is true now for this person: the pair in which the two go on, the question, or that the pair is over. */
export async function currentRenewalView(
  ports: Ports,
  actor: Actor,
  it: OwnRenewal,
  renewal: Renewal,
  context: UseCaseContext,
): Promise<CardView> {
  const programme = it.member.programme.value;
  const pairId = renewedPairId((text) => ports.secrets.sha256(text), programme.id, it.pair.key);
  const renewed = await loadOwnPair(ports, actor, { programmeId: programme.id, pairId });
  if (renewed !== undefined)
    return pairView(renewed, await nextSessionOf(ports, programme.id, pairId, context.now), context.now);
  if (context.now >= renewal.hearsBy)
    return pairEndedView(programme, it.pair.value, it.me.value, it.partner.value, it.member.reader);
  return renewalView(programme, it, renewal, it.member.reader, context.now);
}
