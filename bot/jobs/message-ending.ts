import { plusMilliseconds, type Instant } from '../../src/kernel/clock';
import type { Stored } from '../../src/kernel/row-store';
import { cardKey } from '../../src/domain/card';
import { messageKey, type LedgerEntry, type LedgerState, type QueuedMessage } from '../../src/domain/message';
import { noteEnd } from '../../src/delivery/note-end';
import { messages } from '../../src/dispatch/messages';
import type { UseCaseContext } from '../../src/domain/ports';
import { UnitOfWork } from '../../src/domain/unit-of-work';
import type { BackgroundDeps } from './background-deps';

/** A message goes to the dead-letter view after so many tries that sent nothing. */
export const mostTries = 8;
/** What did not reach somebody is noted in one row, which other messages of theirs may write at the same moment. */
const endAttempts = 3;
const firstWait = 2_000;
const longestWait = 1_800_000;

export interface Ending {
  readonly state: LedgerState;
  readonly reason: string;
  readonly conversationId?: string;
  readonly activityId?: string;
}

/** A card as it was sent: whose chat it stands in, and what it shows. */
export interface SentCard {
  readonly directoryId: string;
  readonly conversationId: string;
  readonly activityId: string;
  readonly shows?: string;
}

/**
 * Ends a message: off the queue, into the ledger, counted, where HR may read of it, and where its `card` is found again, in one transaction.
 * False where another process has ended it already.
 */
export async function endMessage(
  deps: BackgroundDeps,
  programmeId: string,
  stored: Stored<QueuedMessage>,
  ending: Ending,
  card?: SentCard,
): Promise<boolean> {
  const { id, kind, recipient, subject, createdAt, tries, correlationId, expiresAt } = stored.value;
  const context = contextOf(deps, stored.value);
  if (isUntold(stored.value)) {
    const unit = new UnitOfWork(deps.ports, programmeId, context, 'system').remove('queued', stored);
    deps.metrics.send(kind, 'untold');
    return unit.commit();
  }
  const entry: LedgerEntry = {
    id,
    kind,
    recipient,
    subject,
    createdAt,
    at: context.now,
    tries,
    correlationId,
    ...(expiresAt === undefined ? {} : { expiresAt }),
    ...ending,
  };
  let done = false;
  for (let attempt = 0; attempt < endAttempts && !done; attempt++) {
    const unit = new UnitOfWork(deps.ports, programmeId, context, 'system')
      .remove('queued', stored)
      .insert('ledger', id, entry);
    await noteEnd(deps.ports, unit, entry, Object.hasOwn(messages, kind) ? messages[kind].listing : undefined);
    if (card !== undefined) keepCard(unit, entry, card);
    done = await unit.commit();
    if (ending.state === 'sent') break;
  }
  if (done) {
    deps.metrics.send(kind, ending.state);
    deps.log.info(
      { programmeId, messageId: id, kind, correlationId, outcome: ending.state, reason: ending.reason },
      'A message came to its end',
    );
  }
  return done;
}

/** Whether nothing may be kept of what becomes of the message (`endUntold`). */
export function isUntold({ kind }: Pick<QueuedMessage, 'kind'>): boolean {
  return Object.hasOwn(messages, kind) && messages[kind].endUntold === true;
}

/** A card that asks for something is found again by what it is about, so that it can follow what becomes of that. */
function keepCard(unit: UnitOfWork, { id, kind, recipient, subject, at }: LedgerEntry, card: SentCard): void {
  const { standing } = messages[kind];
  if (standing === undefined || recipient.to === 'channel') return;
  unit.insert('card', cardKey(recipient, standing.about(subject), id), {
    recipient,
    kind,
    subject,
    sentAt: at,
    ...card,
  });
}

/** Puts a message back after a try that delivered nothing, to wait at least so long; after the last try it ends as dead. */
export async function tryAgainLater(
  deps: BackgroundDeps,
  programmeId: string,
  stored: Stored<QueuedMessage>,
  wait: { readonly milliseconds: number; readonly reason: string; readonly mostTries?: number },
): Promise<void> {
  const tries = stored.value.tries + 1;
  if (tries >= (wait.mostTries ?? mostTries)) {
    await endMessage(
      deps,
      programmeId,
      { ...stored, value: { ...stored.value, tries } },
      { state: 'dead', reason: wait.reason },
    );
    return;
  }
  await requeue(deps, programmeId, stored, { tries, waitMilliseconds: Math.max(backOff(tries), wait.milliseconds) });
}

/** Milliseconds to wait after so many tries. */
export function backOff(tries: number): number {
  return Math.min(longestWait, firstWait * 2 ** (tries - 1));
}

/** Writes the message back without its claim, at a later place in the queue when it is to wait. */
export async function requeue(
  deps: BackgroundDeps,
  programmeId: string,
  stored: Stored<QueuedMessage>,
  change: { readonly tries?: number; readonly ambiguous?: number; readonly waitMilliseconds: number },
): Promise<boolean> {
  const { waitMilliseconds, ...counts } = change;
  const notBefore =
    waitMilliseconds === 0 ? stored.value.notBefore : plusMilliseconds(deps.programmeClock.now(), waitMilliseconds);
  return writeBack(deps, programmeId, stored, { ...counts, notBefore });
}

/** Lets a message wait until a moment of programme time, without its claim; that is no try. */
export async function putOff(
  deps: BackgroundDeps,
  programmeId: string,
  stored: Stored<QueuedMessage>,
  until: Instant,
): Promise<boolean> {
  deps.metrics.send(stored.value.kind, 'put-off');
  return writeBack(deps, programmeId, stored, { notBefore: until });
}

async function writeBack(
  deps: BackgroundDeps,
  programmeId: string,
  stored: Stored<QueuedMessage>,
  change: Partial<QueuedMessage> & Pick<QueuedMessage, 'notBefore'>,
): Promise<boolean> {
  const { claim: _claim, ...rest } = stored.value;
  const value: QueuedMessage = { ...rest, ...change };
  const key = messageKey(value.notBefore, value.id);
  const unit = new UnitOfWork(deps.ports, programmeId, contextOf(deps, value), 'system');
  if (key === stored.key) unit.replace('queued', stored, value);
  else unit.remove('queued', stored).insert('queued', key, value);
  return unit.commit();
}

/** The circumstances in which a message is sent: the correlation of what caused it. */
export function contextOf(deps: BackgroundDeps, message: QueuedMessage): UseCaseContext {
  return { now: deps.programmeClock.now(), correlationId: message.correlationId };
}
