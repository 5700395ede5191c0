import { fewAtOnce } from '../kernel/few-at-once';
import { mayHelp, queuedAgain } from '../delivery/queue-again';
import type { SentMessages } from '../delivery/retry-message';
import type { Instant } from '../kernel/clock';
import type { Language } from '../language/languages';
import type { Ports } from '../domain/ports';
import {
  listedUnder,
  recipientKey,
  type LedgerState,
  type ListedMessage,
  type MessageKind,
  type QueuedMessage,
  type Recipient,
} from '../domain/message';
import { endWords, isListed, kindWords, listedKinds } from './message-words';
import type { MessageDto, MessageList } from './messaging-api-contract';
import { identifyRecipients } from './identify-recipients';
import { readListed } from './read-listed';

/** Messages on one page. */
const perPage = 100;
const mostRanges = 5;

const endStates: readonly LedgerState[] = ['sent', 'failed', 'blocked', 'ambiguous', 'dead', 'cancelled', 'skipped'];

export interface MessageQuestion {
  /** `queued`, or how they ended; without it, all that have ended. */
  readonly state?: 'queued' | LedgerState;
  readonly kind?: MessageKind;
  readonly recipient?: Recipient;
  /** As a page before told in `next`. */
  readonly cursor?: string;
}

/**
 * One page of the messages that HR reads one by one (`MessageListing`): those that have ended, the newest first, or with `queued` those
 * that wait, the next to go first. Whatever is asked for is read as ranges of its own, so that a page costs a few bounded ranges and a point
 * read or two a person; where little of what waits is asked for, it may be short, or empty, while more follows.
 */
export async function listMessages(
  ports: Ports<'programmes' | 'people'>,
  sent: SentMessages,
  programmeId: string,
  question: MessageQuestion,
  reader: { readonly language: Language; readonly now: Instant },
): Promise<MessageList> {
  if (question.kind !== undefined && !isListed(sent.declared, question.kind)) return { messages: [] };
  if (question.state === 'queued') return listWaiting(ports, sent, programmeId, question, reader.language);
  const { state, kind, recipient, cursor } = question;
  const page = await readListed(ports, programmeId, prefixesOf(sent, question), {
    ...(cursor === undefined ? {} : { from: cursor }),
    most: perPage,
    keep: (message) =>
      isListed(sent.declared, message.kind) &&
      (state === undefined || message.state === state) &&
      isAbout(message, { kind, recipient }),
  });
  const to = await identifyRecipients(
    ports,
    programmeId,
    page.messages.map(({ recipient: of }) => of),
  );
  const messages = await fewAtOnce(page.messages, async (message): Promise<MessageDto> => ({
    ...messageDto(sent.declared, message, reader.language),
    to: to(message.recipient),
    at: message.at,
    canRetry: mayHelp(message) && (await sent.stillTrue(queuedAgain(message, reader.now))),
  }));
  return { messages: [...messages], ...(page.next === undefined ? {} : { next: page.next }) };
}

/** Where what is asked for stands: a person's before anything else, since they have few; kinds and states each on their own. */
function prefixesOf({ declared }: SentMessages, { state, kind, recipient }: MessageQuestion): readonly string[] {
  if (recipient !== undefined) return [listedUnder.recipient(recipient)];
  if (state === undefined && kind === undefined) return [listedUnder.all];
  const kinds = kind === undefined ? listedKinds(declared) : [kind];
  const states = endStates.filter((one) => state === undefined || one === state);
  return kinds.flatMap((one) => states.map((other) => listedUnder.kind(one, other)));
}

async function listWaiting(
  ports: Ports<'programmes' | 'people'>,
  { declared }: SentMessages,
  programmeId: string,
  { kind, recipient, cursor }: MessageQuestion,
  language: Language,
): Promise<MessageList> {
  const found: QueuedMessage[] = [];
  let from = cursor;
  for (let ranges = 0; ranges < mostRanges && found.length < perPage; ranges++) {
    const page = await ports.programmes.range(programmeId, 'queued', {
      ...(from === undefined ? {} : { from }),
      limit: perPage,
    });
    found.push(
      ...page.rows
        .map(({ value }) => value)
        .filter((message) => isListed(declared, message.kind) && isAbout(message, { kind, recipient })),
    );
    from = page.next;
    if (from === undefined) break;
  }
  const to = await identifyRecipients(
    ports,
    programmeId,
    found.map(({ recipient: of }) => of),
  );
  const messages = found.map((message): MessageDto => {
    const facts = { ...message, state: 'queued', reason: '' } as const;
    return {
      ...messageDto(declared, facts, language),
      to: to(message.recipient),
      at: message.notBefore,
      canRetry: false,
    };
  });
  return { messages, ...(from === undefined ? {} : { next: from }) };
}

function isAbout(
  message: Pick<ListedMessage, 'kind' | 'recipient'>,
  { kind, recipient }: Pick<MessageQuestion, 'kind' | 'recipient'>,
): boolean {
  return (
    (kind === undefined || message.kind === kind) &&
    (recipient === undefined || recipientKey(message.recipient) === recipientKey(recipient))
  );
}

/** What a message reads as in the reader's language, wherever it stands. */
function messageDto(
  declared: SentMessages['declared'],
  message: Pick<ListedMessage, 'id' | 'kind' | 'reason' | 'createdAt' | 'tries'> & {
    readonly state: MessageDto['state'];
  },
  language: Language,
): Omit<MessageDto, 'to' | 'at' | 'canRetry'> {
  const { id, kind, state, createdAt, tries } = message;
  const words = kindWords(declared, kind, language) ?? kind;
  return { id, kind, kindWords: words, state, ...endWords(message, language), createdAt, tries };
}
