import type { MessageKind } from '../domain/message';
import type { MessageDeclaration } from '../member/declare-message';
import { features, type Feature } from './features';

type KindsOf<F> = F extends { readonly messages: infer M } ? keyof M : never;

/** Everything the bot says without having been spoken to. A kind that no feature declares does not compile where it is looked up. */
export const messages: Readonly<Record<KindsOf<Feature>, MessageDeclaration>> = Object.assign(
  {},
  ...features.map((feature) => ('messages' in feature ? feature.messages : {})),
);

export const messageKinds = Object.keys(messages) as readonly MessageKind[];
