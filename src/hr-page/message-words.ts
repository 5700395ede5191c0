import type { LedgerState, MessageKind } from '../domain/message';
import type { Language } from '../language/languages';
import type { MessageDeclaration } from '../member/declare-message';
import { hrPageText } from './text/hr-page-text';

/** The kinds of messages, as `src/dispatch/messages.ts` lists them. */
export type DeclaredMessages = Readonly<Record<MessageKind, Pick<MessageDeclaration, 'listing'>>>;

/** The kinds that HR reads one by one. */
export function listedKinds(declared: DeclaredMessages): readonly MessageKind[] {
  return (Object.keys(declared) as MessageKind[]).filter((kind) => isListed(declared, kind));
}

/** A kind that this release does not know, say of a newer server beside it, is left to whoever knows what it may tell. */
export function isListed(declared: DeclaredMessages, kind: MessageKind): boolean {
  return Object.hasOwn(declared, kind) && declared[kind].listing.hrSees === 'rows';
}

/** What HR's list calls a kind; nothing where HR reads nothing of it, or this release does not know it. */
export function kindWords(declared: DeclaredMessages, kind: string, language: Language): string | undefined {
  if (!Object.hasOwn(declared, kind)) return undefined;
  const { listing } = declared[kind as MessageKind];
  if (listing.hrSees === 'nothing') return undefined;
  return listing.words === undefined ? kindWords(declared, listing.as, language) : listing.words(language);
}

/** How a message ended and why, in words; a reason without words reads as its state. */
export function endWords(
  { state, reason }: { readonly state: LedgerState | 'queued'; readonly reason: string },
  language: Language,
): { readonly reason: string; readonly words: string } {
  const key = `message.reason.${reason}`;
  const known = hrPageText.has(key);
  const told = known || (state !== 'cancelled' && state !== 'skipped');
  return {
    reason: state === 'queued' ? '' : told ? reason : state,
    words: hrPageText(language, known ? key : `message.state.${state}`),
  };
}
