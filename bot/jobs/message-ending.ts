import { plusMilliseconds } from '../../src/kernel/clock';
import type { Stored } from '../../src/kernel/row-store';
import { messageKey, type LedgerEntry, type LedgerState, type QueuedMessage } from '../../src/domain/message';
import type { UseCaseContext } from '../../src/domain/ports';
import { UnitOfWork } from '../../src/domain/unit-of-work';
import type { BackgroundDeps } from './background-deps';

/** A message goes to the dead-letter view after so many tries that sent nothing. */
export const mostTries = 8;
const firstWait = 2_000;
const longestWait = 1_800_000;

export interface Ending {
  readonly state: LedgerState;
  readonly reason: string;
  readonly conversationId?: string;
  readonly activityId?: string;
}

/**
 * Ends a message: off the queue, into the ledger and counted, in one transaction. False where another process has ended it already.
 */
export async function endMessage(
  deps: BackgroundDeps,
  programmeId: string,
  stored: Stored<QueuedMessage>,
  ending: Ending,
): Promise<boolean> {
  const { id, kind, recipient, subject, createdAt, tries, correlationId } = stored.value;
  const context = contextOf(deps, stored.value);
  const entry: LedgerEntry = {
    id,
    kind,
    recipient,
    subject,
    createdAt,
    at: context.now,
    tries,
    correlationId,
    ...ending,
  };
  const counts = ending.state === 'dead' ? {} : { counts: { [`messages.${ending.state}`]: 1 } };
  const done = await new UnitOfWork(deps.ports, programmeId, context, 'system')
    .remove('queued', stored)
    .insert('ledger', id, entry)
    .recordChange(`message-${ending.state}`, counts)
    .commit();
  if (done) {
    deps.metrics.send(kind, ending.state);
    deps.log.info(
      { programmeId, messageId: id, kind, correlationId, outcome: ending.state, reason: ending.reason },
      'A message came to its end',
    );
  }
  return done;
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
  const backOff = Math.min(longestWait, firstWait * 2 ** (tries - 1));
  await requeue(deps, programmeId, stored, { tries, waitMilliseconds: Math.max(backOff, wait.milliseconds) });
}

/** Writes the message back without its claim, at a later place in the queue when it is to wait. */
export async function requeue(
  deps: BackgroundDeps,
  programmeId: string,
  stored: Stored<QueuedMessage>,
  change: { readonly tries?: number; readonly ambiguous?: number; readonly waitMilliseconds: number },
): Promise<boolean> {
  const { claim: _claim, ...rest } = stored.value;
  const notBefore =
    change.waitMilliseconds === 0
      ? rest.notBefore
      : plusMilliseconds(deps.programmeClock.now(), change.waitMilliseconds);
  const value: QueuedMessage = {
    ...rest,
    notBefore,
    tries: change.tries ?? rest.tries,
    ambiguous: change.ambiguous ?? rest.ambiguous,
  };
  const key = messageKey(notBefore, value.id);
  const unit = new UnitOfWork(deps.ports, programmeId, contextOf(deps, value), 'system');
  if (key === stored.key) unit.replace('queued', stored, value);
  else unit.remove('queued', stored).insert('queued', key, value);
  return unit.commit();
}

/** The circumstances in which a message is sent: the correlation of what caused it. */
export function contextOf(deps: BackgroundDeps, message: QueuedMessage): UseCaseContext {
  return { now: deps.programmeClock.now(), correlationId: message.correlationId };
}
