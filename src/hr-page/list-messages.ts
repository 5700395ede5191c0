import { hrPageText } from './text/hr-page-text';
import type { Stored } from '../kernel/row-store';
import type { Language } from '../language/languages';
import type { Ports } from '../domain/ports';
import type { MessageDeclaration } from '../member/declare-message';
import type { MessageDto, MessageList } from './messaging-api-contract';
import type { LedgerEntry, LedgerState, MessageKind, QueuedMessage, Recipient } from '../domain/message';

const perPage = 100;
const mostRanges = 5;

/** The kinds of messages, as `src/dispatch/messages.ts` lists them. */
type DeclaredMessages = Readonly<Record<MessageKind, MessageDeclaration>>;

export interface MessageQuestion {
  /** `queued`, a state of the ledger, or every message. */
  readonly state?: 'queued' | LedgerState;
  /** As a page before told in `next`. */
  readonly cursor?: string;
}

/**
 * One page of the programme's messages: what waits first, then what came to an end, each with its reason in words. A page costs at
 * most five ranges and may be short while more follows. Why a message was cancelled or skipped is told only
 * where there are words for it (`message.reason.*`): what follows from a private choice reads as its state. A proposal's reminder is
 * listed only where HR can help it along: how many there are would tell how many have said no.
 */
export async function listMessages(
  ports: Ports<'programmes'>,
  declared: DeclaredMessages,
  programmeId: string,
  question: MessageQuestion,
  language: Language,
): Promise<MessageList> {
  const [phase = 'queued', from] = splitCursor(question.cursor);
  if (phase === 'queued' && (question.state === undefined || question.state === 'queued')) {
    const page = await ports.programmes.range(programmeId, 'queued', {
      ...(from === undefined ? {} : { from }),
      limit: perPage,
    });
    const rows = page.rows
      .filter(({ value }) => isListed(declared, value.kind, 'queued'))
      .map((row) => fromQueue(declared, row.value, language));
    const next =
      page.next === undefined ? (question.state === undefined ? 'ledger|' : undefined) : `queued|${page.next}`;
    return withNames(ports, programmeId, rows, next);
  }
  if (question.state === 'queued') return { messages: [] };
  return readLedger(ports, declared, programmeId, question.state, phase === 'ledger' ? from : undefined, language);
}

async function readLedger(
  ports: Ports<'programmes'>,
  declared: DeclaredMessages,
  programmeId: string,
  state: LedgerState | undefined,
  start: string | undefined,
  language: Language,
): Promise<MessageList> {
  const found: MessageDto[] = [];
  let from = start;
  for (let ranges = 0; ranges < mostRanges && found.length < perPage; ranges++) {
    const page = await ports.programmes.range(programmeId, 'ledger', {
      ...(from === undefined ? {} : { from }),
      limit: perPage,
    });
    found.push(
      ...page.rows
        .filter(
          ({ value }) => isListed(declared, value.kind, value.state) && (state === undefined || value.state === state),
        )
        .map((row) => fromLedger(declared, row, language)),
    );
    from = page.next;
    if (from === undefined) break;
  }
  return withNames(ports, programmeId, found, from === undefined ? undefined : `ledger|${from}`);
}

function splitCursor(cursor: string | undefined): readonly [('queued' | 'ledger')?, string?] {
  const match = /^(queued|ledger)\|(.*)$/s.exec(cursor ?? '');
  const from = match?.[2];
  return match === null ? [] : [match[1] as 'queued' | 'ledger', from === '' ? undefined : from];
}

function fromQueue(declared: DeclaredMessages, message: QueuedMessage, language: Language): MessageDto {
  const { id, kind, recipient, createdAt, notBefore, tries } = message;
  return {
    ...common(declared, kind, 'queued', recipient, language),
    id,
    state: 'queued',
    reason: '',
    words: hrPageText(language, 'message.state.queued'),
    createdAt,
    at: notBefore,
    tries,
    canRetry: false,
  };
}

function fromLedger(declared: DeclaredMessages, { value }: Stored<LedgerEntry>, language: Language): MessageDto {
  const { id, kind, recipient, state, reason, createdAt, at, tries } = value;
  const key = `message.reason.${reason}`;
  const known = hrPageText.has(key);
  const words = hrPageText(language, known ? key : `message.state.${state}`);
  const told = known || (state !== 'cancelled' && state !== 'skipped');
  return {
    ...common(declared, kind, state, recipient, language),
    id,
    state,
    reason: told ? reason : state,
    words,
    createdAt,
    at,
    tries,
    canRetry: state === 'dead',
  };
}

function common(
  declared: DeclaredMessages,
  kind: MessageKind,
  state: MessageDto['state'],
  recipient: Recipient,
  language: Language,
): Pick<MessageDto, 'kind' | 'kindWords' | 'to'> {
  const { listing } = declared[kind];
  const told = listing.as ?? kind;
  const nameless = recipient.to === 'channel' || (listing.namedForRemedyOnly === true && !needsRemedy.has(state));
  const to = nameless ? { kind: recipient.to } : { kind: recipient.to, id: recipient.id };
  return { kind: told, kindWords: wordsOf(declared, told, language), to };
}

/** What HR's list calls a kind; one that reads as another has that one's words. */
function wordsOf(declared: DeclaredMessages, kind: MessageKind, language: Language): string {
  const { listing } = declared[kind];
  return listing.words === undefined ? wordsOf(declared, listing.as, language) : listing.words(language);
}

/** States in which HR can help a message along. */
const needsRemedy: ReadonlySet<MessageDto['state']> = new Set(['failed', 'blocked', 'dead']);

/** A kind that this release does not know, say of a newer server beside it, is left to whoever knows what it may tell. */
function isListed(declared: DeclaredMessages, kind: MessageKind, state: MessageDto['state']): boolean {
  if (!Object.hasOwn(declared, kind)) return false;
  return declared[kind].listing.listedForRemedyOnly !== true || needsRemedy.has(state);
}

async function withNames(
  ports: Ports<'programmes'>,
  programmeId: string,
  messages: readonly MessageDto[],
  next: string | undefined,
): Promise<MessageList> {
  const names = new Map<string, string>();
  const wanted = new Map(
    messages.flatMap(({ to }) =>
      to.id === undefined ? [] : [[`${to.kind}|${to.id}`, { kind: to.kind, id: to.id }] as const],
    ),
  );
  await Promise.all(
    [...wanted].map(async ([place, { kind, id }]) => {
      const name =
        kind === 'participant'
          ? (await ports.programmes.get(programmeId, 'participant', id))?.value.profile.name
          : (await ports.programmes.get(programmeId, 'contact', id))?.value.name;
      if (name !== undefined) names.set(place, name);
    }),
  );
  const named = messages.map((message) => {
    const name = names.get(`${message.to.kind}|${message.to.id ?? ''}`);
    return name === undefined ? message : { ...message, to: { ...message.to, name } };
  });
  return { messages: named, ...(next === undefined ? {} : { next }) };
}
