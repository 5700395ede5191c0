import type { MessageDeclaration } from '../member/declare-message';
import { features, type Feature } from './features';

type KindsOf<F> = F extends { readonly messages: infer M } ? keyof M : never;

/** Everything the bot says without having been spoken to. A kind that no feature declares does not compile where it is looked up. */
export const messages: Readonly<Record<KindsOf<Feature>, MessageDeclaration>> = Object.fromEntries(
  features.flatMap((feature): [string, MessageDeclaration][] =>
    'messages' in feature ? Object.entries(feature.messages) : [],
  ),
) as Record<KindsOf<Feature>, MessageDeclaration>;
