import type { Stored } from '../kernel/row-store';
import { messageKey, type LedgerEntry, type ListedMessage, type QueuedMessage } from '../domain/message';
import type { UnitOfWork } from '../domain/unit-of-work';
import type { Instant } from '../kernel/clock';

/** Whether sending a message again could help: nothing arrived, or it may not have. */
export function mayHelp({ state, reason }: Pick<LedgerEntry, 'state' | 'reason'>): boolean {
  switch (state) {
    case 'failed':
    case 'blocked':
    case 'ambiguous':
    case 'dead':
      return true;
    case 'skipped':
      return reason === 'channel-missing';
    case 'sent':
    case 'cancelled':
      return false;
  }
}

/** A message as it is queued again: with its own id, so that it is told once, and new tries. */
export function queuedAgain(entry: ListedMessage, now: Instant): QueuedMessage {
  const { id, kind, recipient, subject, createdAt, correlationId, expiresAt } = entry;
  return {
    id,
    kind,
    recipient,
    subject,
    createdAt,
    notBefore: now,
    ...(expiresAt === undefined ? {} : { expiresAt }),
    tries: 0,
    ambiguous: 0,
    correlationId,
  };
}

/** Takes a message out of the ledger and puts it into the queue, in the transaction of the caller. */
export function queueAgain(unit: UnitOfWork, entry: Stored<LedgerEntry>, now: Instant): void {
  unit.remove('ledger', entry).insert('queued', messageKey(now, entry.value.id), queuedAgain(entry.value, now));
}
