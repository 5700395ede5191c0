import { hrPageText } from './text/hr-page-text';
import { kindWords, type ToldKind } from './kind-words';
import type { Stored } from '../kernel/row-store';
import type { Language } from '../language/languages';
import type { Ports } from '../domain/ports';
import type { MessageDto, MessageList } from './messaging-api-contract';
import type { LedgerEntry, LedgerState, MessageKind, QueuedMessage, Recipient } from '../domain/message';

const perPage = 100;
const mostRanges = 5;

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
  ports: Ports,
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
      .filter(({ value }) => isListed(value.kind, 'queued'))
      .map((row) => fromQueue(row.value, language));
    const next =
      page.next === undefined ? (question.state === undefined ? 'ledger|' : undefined) : `queued|${page.next}`;
    return withNames(ports, programmeId, rows, next);
  }
  if (question.state === 'queued') return { messages: [] };
  return readLedger(ports, programmeId, question.state, phase === 'ledger' ? from : undefined, language);
}

async function readLedger(
  ports: Ports,
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
        .filter(({ value }) => isListed(value.kind, value.state) && (state === undefined || value.state === state))
        .map((row) => fromLedger(row, language)),
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

function fromQueue(message: QueuedMessage, language: Language): MessageDto {
  const { id, kind, recipient, createdAt, notBefore, tries } = message;
  return {
    ...common(kind, 'queued', recipient, language),
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

function fromLedger({ value }: Stored<LedgerEntry>, language: Language): MessageDto {
  const { id, kind, recipient, state, reason, createdAt, at, tries } = value;
  const key = `message.reason.${reason}`;
  const known = hrPageText.has(key);
  const words = hrPageText(language, known ? key : `message.state.${state}`);
  const told = known || (state !== 'cancelled' && state !== 'skipped');
  return {
    ...common(kind, state, recipient, language),
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
  kind: MessageKind,
  state: MessageDto['state'],
  recipient: Recipient,
  language: Language,
): Pick<MessageDto, 'kind' | 'kindWords' | 'to'> {
  const told = toldKind(kind);
  const nameless = recipient.to === 'channel' || (asksForPrivateAnswer.has(told) && !needsRemedy.has(state));
  const to = nameless ? { kind: recipient.to } : { kind: recipient.to, id: recipient.id };
  return { kind: told, kindWords: kindWords[told](language), to };
}

/**
 * Which of these went to a person, or how many, would tell a reminder, a yes or a no, or whose hours did not suit: whom they went to is
 * told only where HR can help a message along.
 */
const asksForPrivateAnswer: ReadonlySet<MessageKind> = new Set([
  'pair-paused',
  'proposal',
  'renewal-question',
  'slots',
  'standing',
  'survey',
]);
const needsRemedy: ReadonlySet<MessageDto['state']> = new Set(['failed', 'blocked', 'dead']);

function isListed(kind: MessageKind, state: MessageDto['state']): boolean {
  return kind !== 'proposal-reminder' || needsRemedy.has(state);
}

/** A kind that would tell who has not answered, or whose proposal came to nothing, reads as the message it belongs to. */
function toldKind(kind: MessageKind): ToldKind {
  switch (kind) {
    case 'proposal-reminder':
      return 'proposal';
    // At the reply date everybody without a partner hears one or the other, by who said yes.
    case 'not-formed':
      return 'standing';
    case 'survey-reminder':
      return 'survey';
    case 'hour-off':
    case 'pause-over':
      return 'pair-paused';
    default:
      return kind;
  }
}

async function withNames(
  ports: Ports,
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
