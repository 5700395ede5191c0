import type { PairReading } from '../domain/pair-vault';
import type { MessageDeclaration } from '../member/declare-message';
import type { Capability, Ports } from '../domain/ports';
import { features, reachesPairs, type Feature, type PairFeature } from './features';

type KindsOf<F> = F extends { readonly messages: infer M } ? keyof M : never;

/**
 * Everything the bot says without having been spoken to. A kind that no feature declares does not compile where it is looked up, nor does
 * one outside the features of a pair that is drawn from what belongs to a pair alone.
 */
export const messages: Readonly<Record<KindsOf<Feature>, MessageDeclaration<PairReading>>> = Object.fromEntries(
  features.flatMap((feature): [string, MessageDeclaration<PairReading>][] =>
    reachesPairs(feature)
      ? Object.entries<MessageDeclaration<PairReading>>('messages' in feature ? feature.messages : {})
      : Object.entries(everydayMessages(feature)).map(([kind, declared]) => [kind, withoutPairs(declared)]),
  ),
) as Record<KindsOf<Feature>, MessageDeclaration<PairReading>>;

function everydayMessages(feature: Exclude<Feature, PairFeature>): Readonly<Record<string, MessageDeclaration>> {
  return 'messages' in feature ? feature.messages : {};
}

/** The same, handed nothing that belongs to a pair alone. */
function withoutPairs(declared: MessageDeclaration): MessageDeclaration<PairReading> {
  const { participant, contact, account, channel, standing, ...rest } = declared;
  return {
    ...rest,
    ...(participant === undefined ? {} : { participant: (it, person) => participant(everyday(it), person) }),
    ...(contact === undefined ? {} : { contact: (it, person) => contact(everyday(it), person) }),
    ...(account === undefined ? {} : { account: (it, directoryId) => account(everyday(it), directoryId) }),
    ...(channel === undefined ? {} : { channel: (it) => channel(everyday(it)) }),
    ...(standing === undefined ? {} : { standing: standingWithoutPairs(standing) }),
  };
}

function standingWithoutPairs(
  standing: NonNullable<MessageDeclaration['standing']>,
): NonNullable<MessageDeclaration<PairReading>['standing']> {
  const { show } = standing;
  return show === undefined ? standing : { ...standing, show: (look, subject) => show(everyday(look), subject) };
}

function everyday<It extends { readonly ports: Ports<Capability> & PairReading }>(
  it: It,
): Omit<It, 'ports'> & { readonly ports: Ports<Capability> } {
  const { pairs: _pairs, ...ports } = it.ports;
  return { ...it, ports };
}
