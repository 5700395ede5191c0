import type { Instant } from '../kernel/clock';
import type { ReadOwnSheet } from '../domain/own-sheet';
import type { Participant } from '../domain/participant';
import type { ChannelReference, Contact, Programme } from '../domain/programme';
import type { Capability, Ports } from '../domain/ports';
import type { ConversationReference } from '../domain/rows';
import type { QueuedMessage } from '../domain/message';
import type { CardView, Reader } from '../domain/view';

export type Target =
  | { readonly to: 'person'; readonly directoryId: string; readonly reference: ConversationReference }
  | { readonly to: 'channel'; readonly channel: ChannelReference };

export interface NotSent {
  readonly ok: false;
  readonly state: 'cancelled' | 'skipped' | 'blocked' | 'failed';
  readonly reason: string;
}

export type Prepared =
  { readonly ok: true; readonly view: CardView; readonly reader: Reader; readonly target: Target } | NotSent;

/** What a kind of message is drawn from: the ports it names, and `More` where a feature has ports of its own. */
export interface MessageContext<C extends Capability, More = unknown> {
  readonly ports: Ports<C> & More;
  readonly programme: Programme;
  readonly message: QueuedMessage;
  readonly reader: Reader;
  readonly now: Instant;
  /** The surveys of the participant it is for, as they left them; of anybody else there are none. */
  readonly ownSheet: ReadOwnSheet;
}

/** A kind of message drawn for somebody, from the state as it is now, or why it is not sent. */
export type Preparation<Person, C extends Capability, More = unknown> = (
  it: MessageContext<C, More>,
  person: Person,
) => Promise<Prepared>;

/** The view with the newest address of the person, or why they cannot be written to. */
export async function toPerson(
  it: MessageContext<'people'>,
  view: CardView,
  person: Participant | Contact,
): Promise<Prepared> {
  if (person.directoryId === undefined) return doNotSend('blocked', 'not-linked');
  if (person.reach !== 'reachable') return doNotSend('blocked', person.reach);
  const reference = await it.ports.people.get(person.directoryId, 'reference', 'reference');
  if (reference === undefined) return doNotSend('blocked', 'app-missing');
  return {
    ok: true,
    view,
    reader: it.reader,
    target: { to: 'person', directoryId: person.directoryId, reference: reference.value },
  };
}

/** The same for an account that has no part in the programme. */
export async function toAccount(it: MessageContext<'people'>, view: CardView, directoryId: string): Promise<Prepared> {
  const reference = await it.ports.people.get(directoryId, 'reference', 'reference');
  if (reference === undefined) return doNotSend('blocked', 'app-missing');
  return { ok: true, view, reader: it.reader, target: { to: 'person', directoryId, reference: reference.value } };
}

/** A message that is not sent, with the reason as a code. */
export function doNotSend(state: NotSent['state'], reason: string): NotSent {
  return { ok: false, state, reason };
}
